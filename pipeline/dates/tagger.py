"""All time expressions of a text."""

from datetime import date

from pipeline.dates.context import DateContext
from pipeline.dates.event_date import with_dates
from pipeline.dates.recognise import recognise
from pipeline.dates.resolve import resolve_match
from pipeline.dates.shared_year import share_years
from pipeline.models import Timex
from pipeline.text.normalise import for_dating


def find_dates(text: str, dct: date | None, country: str = "", folded: str = "") -> tuple[Timex, ...]:
    """All time expressions in reading order, resolved against the publication day; values are ISO-TimeML.

    Without a publication day a relative expression keeps an under-specified value, never a made-up day. `country` (of
    the publisher) decides the order of 03/04/2022. `folded` is what `for_dating` makes of the text, from callers that
    have it.

    >>> [(t.text, t.value) for t in find_dates("He quit on Wednesday, two days after 21 March.", date(2022, 3, 24))]
    [('Wednesday', '2022-03-23'), ('two days', 'P2D'), ('21 March', '2022-03-21')]
    >>> find_dates("He quit on Wednesday.", None)[0].value
    'XXXX-WXX-3'
    """
    context = DateContext(folded or for_dating(text), dct, country)
    matches = share_years(list(recognise(text, context.folded)), context.folded)
    found = [timex for match in matches if (timex := resolve_match(match, text, context))]
    return with_dates(found, context.folded, dct)
