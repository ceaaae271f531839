"""Pictures are taken with the stage's renderer and its shared cache."""

from tests.metaseoul.stage.conftest import baked, base, shared_cache

__all__ = ["baked", "base", "shared_cache"]
