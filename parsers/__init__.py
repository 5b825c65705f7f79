"""Readers: the bytes of a paper -> its layout, faithfully, with no guess at meaning."""
