"""Inputs: from the paths that a user names to papers, and their bytes."""

from extract.inputs.find import PathName, file_input, find_inputs
from extract.inputs.model import Input, read_input, read_sidecar

__all__ = ["Input", "PathName", "file_input", "find_inputs", "read_input", "read_sidecar"]
