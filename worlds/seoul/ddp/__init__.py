"""Dongdaemun Design Plaza: the silver shells, and the park with the old city wall beside them."""
