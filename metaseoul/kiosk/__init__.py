"""A machine that is everyone's: full screen, by touch, for who has no phone; and nothing of them stays on it."""
