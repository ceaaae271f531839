"""The summit of Namsan with N Seoul Tower: one module for the tower, one for the ground, one for what stands there."""
