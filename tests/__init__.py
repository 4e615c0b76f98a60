"""Tests and measurements; `tests.bench` is run by hand."""
