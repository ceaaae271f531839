"""The ground: what client and office both hold true. Pure values: no I/O, no clock, no randomness."""
