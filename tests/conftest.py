"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples on every run and no time limit for one: a slow machine is no failure.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
