"""The steps themselves: NNNN_what.py. A released step is never edited; a new one is added."""
