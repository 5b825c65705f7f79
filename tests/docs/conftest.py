"""What the proofs of the documentation share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.workplace import furnish


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Furnish the folder in which commands are typed; tests work in copies of it."""
    return furnish(tmp_path_factory.mktemp("workplace"))
