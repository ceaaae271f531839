"""The whole city as a relief: one module for its scale, its figures, and each kind of thing on it."""
