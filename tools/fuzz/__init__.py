"""Hostile input, made by chance and by hand, through everything that a reader does with it."""
