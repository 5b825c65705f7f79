"""Normalisers: layout -> logical tables, text -> values. Pure functions."""
