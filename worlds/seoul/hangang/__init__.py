"""Yeouido Hangang Park: the lawn by the river, what floats on it, and the great bridge that crosses it."""
