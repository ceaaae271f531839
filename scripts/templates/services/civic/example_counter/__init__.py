"""Example counter: the office behind it."""
