"""Tests of reader.commands."""
