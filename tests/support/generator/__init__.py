"""Plausible papers drawn by lot with their truth, printed in every form and scored on the way back.

The truth is written from what was drawn, by the rules of the record, never from
what the program reads.  `python -m tests.support.generator` makes such papers.
"""
