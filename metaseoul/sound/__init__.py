"""What the city sounds like, and the voice that reads it out."""

from typing import Literal

Name = Literal["door", "chime", "tap", "bell"]
"""Sounds that mean something: one goes through a door, the city says something, somebody near does, one is missed."""
