"""Dates in news text: recognise, resolve, and say when an event happened.

`find_dates` reads a text, `event_date` turns an expression into the date of an event;
`to_edtf`, `from_edtf` and `in_words` write and read event dates.
"""

from pipeline.dates.edtf import from_edtf, in_words, to_edtf
from pipeline.dates.event_date import event_date
from pipeline.dates.tagger import find_dates

__all__ = ["event_date", "find_dates", "from_edtf", "in_words", "to_edtf"]
