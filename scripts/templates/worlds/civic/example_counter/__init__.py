"""Example counter: what both sides hold true."""
