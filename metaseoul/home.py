"""Where every visit begins."""

HOME = "plaza"
"""A place of the plan."""
