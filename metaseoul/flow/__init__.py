"""Screens that belong to no room: finding what one needs, signing in, choosing a place, saying something."""
