"""Surveyed cities: CityJSON in, a place out."""

from metaseoul.cityjson.place import place_of
from metaseoul.cityjson.read import Model, Thing, read

__all__ = ["Model", "Thing", "place_of", "read"]
