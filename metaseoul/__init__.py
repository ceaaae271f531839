"""The client: the city as a citizen meets it, in a window, on a kiosk, or as text."""
