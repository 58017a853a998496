"""Tests; the folders mirror reader/."""
