"""The office: one aiohttp application that keeps the citizens' affairs. Knows nothing of windows."""
