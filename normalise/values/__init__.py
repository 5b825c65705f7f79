"""Text -> value, the raw words kept."""
