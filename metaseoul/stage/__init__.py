"""The stage: places of the ground floor, drawn."""
