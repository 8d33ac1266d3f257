"""Each event of one article once: what the tables would join is joined, and the clearest mention speaks for all."""

from collections.abc import Sequence
from operator import attrgetter

from pipeline.merge.choose import choose_date
from pipeline.merge.clusters import group_mentions
from pipeline.merge.person_names import canonical_names
from pipeline.merge.subjects import Subject, subjects_of
from pipeline.models import Article, Mention
from pipeline.vocabulary import MODALITIES


def clearest_mentions(mentions: Sequence[Mention], article: Article) -> tuple[Mention, ...]:
    """One mention for each event of an article, in reading order; what is only hypothetical counts as well.

    >>> from pipeline.events import extract
    >>> told = Article("a", "", "Envoy Ana Ruiz resigned in May 2021. Ana Ruiz quit on 3 May 2021, an aide said.")
    >>> [m.date.text for m in clearest_mentions(extract(told), told)]
    ['3 May 2021']
    """
    told = sorted(mentions, key=repr)  # as merge takes them, so that what ties there ties here
    names = canonical_names(person for m in told for person in m.persons)
    groups = group_mentions(subjects_of(told, names, {article.article_id: article}))
    return tuple(sorted((_clearest(group.subjects) for group in groups), key=attrgetter("trigger")))


def _clearest(subjects: Sequence[Subject]) -> Mention:
    """Told as real before planned, alleged or denied; then with the date that the event is shown with."""
    shown, _ = choose_date(subjects)

    def clearness(m: Mention) -> tuple[int, bool, bool, int]:
        other_days = (m.date.start, m.date.end) != (shown.start, shown.end)
        return MODALITIES.index(m.modality), other_days, m.date.basis != shown.basis, m.start

    return min((s.mention for s in subjects), key=clearness)
