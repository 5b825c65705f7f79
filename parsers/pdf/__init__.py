"""PDF papers: PDFium's characters and drawings -> tables, prose and their places on the page."""
