"""What is built in the Korean way, as shapes to be put together: frames, terraces, walls, gates, pavilions, beasts."""
