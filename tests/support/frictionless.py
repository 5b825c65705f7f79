"""The Frictionless command, which reads a data package as anybody would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def is_valid(package: Path) -> bool:
    """Tell whether `frictionless validate` accepts a package."""
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", package.name]
    return subprocess.run(command, cwd=package.parent, capture_output=True, check=False).returncode == 0
