"""Tests of reader.findings."""
