"""How the database grew: numbered steps, applied in order when the office opens."""
