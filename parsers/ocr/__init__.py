"""Scanned pages: the words and rulings of a picture, with how sure the reading is."""

from parsers.ocr.engine import OcrMissing
from parsers.ocr.scans import Scan, read_scan

__all__ = ["OcrMissing", "Scan", "read_scan"]
