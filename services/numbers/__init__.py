"""The city in numbers, for everybody."""
