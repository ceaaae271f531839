"""Lotte World Tower: the tower and its foot by the lake, and the observatory under its crown."""
