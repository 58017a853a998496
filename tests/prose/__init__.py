"""Tests of reader.prose."""
