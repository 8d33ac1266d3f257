"""Dates in news text: recognise, resolve, and say when an event happened.

`find_dates` reads a text; every expression carries the date of an event that is told with it. `to_edtf`, `from_edtf`
and `in_words` write and read event dates.
"""

from pipeline.dates.edtf import from_edtf, in_words, to_edtf
from pipeline.dates.tagger import find_dates

__all__ = ["find_dates", "from_edtf", "in_words", "to_edtf"]
