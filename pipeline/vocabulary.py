"""The closed word lists of the project, once: every module takes its words from here.

The definitions stand on the About page; the order of a list is the order in which pages show it.
"""

from typing import Final

TYPES_BY_CATEGORY: Final[dict[str, tuple[str, ...]]] = {
    "leaving": ("resignation", "dismissal", "departure", "resignation_attempt", "defection", "appointment"),
    "dissent": ("statement", "protest"),
    "pressure": ("ban", "restriction", "law", "speech", "threat", "arrest", "denial"),
    "military": (
        "invasion", "strike", "battle", "siege", "capture", "recapture",
        "withdrawal", "mobilisation", "deployment", "sabotage", "casualties",
    ),
    "diplomacy": ("summit", "visit", "talks", "agreement", "sanction", "expulsion", "aid"),
    "justice": ("charge", "trial", "sentence", "ruling"),
}  # fmt: skip
CATEGORIES: Final = tuple(TYPES_BY_CATEGORY)
CATEGORY_BY_TYPE: Final = {kind: category for category, kinds in TYPES_BY_CATEGORY.items() for kind in kinds}
TYPES: Final = tuple(CATEGORY_BY_TYPE)

MODALITIES: Final = ("happened", "planned", "alleged", "denied", "hypothetical")
STATUSES: Final = ("confirmed", "reported", "alleged", "disputed", "denied", "planned")
PRECISIONS: Final = ("day", "week", "month", "season", "year", "range", "unknown")
"""Names for dates, in the order of the data dictionary. How fine a date is, `EventDate.days` says: a range may be two
days or ten years."""
BASES: Final = ("stated", "relative", "reported", "unknown")
"""The surest first: of two dates that contradict each other, the one whose basis comes first is shown."""
EVIDENCE_CLASSES: Final = ("own_statement", "official", "named_source", "unnamed_source", "reporter")

EVIDENCE_FIELDS: Final = (
    "act", "date", "person", "role", "organisation", "place", "motive", "confirmation", "denial", "former_id",
)  # fmt: skip
"""What a row of evidence.csv supports. `former_id`: the passage that ties a merged-away identifier to its successor."""

DEFINITIONS: Final[dict[str, str]] = {
    "confirmed": "by the actor or an official body, or told as fact by two independent origins that agree on the date",
    "reported": "told as fact by one origin",
    "alleged": "by unnamed sources, or by one party to the conflict",
    "disputed": "somebody claims it and somebody denies it",
    "denied": "the sources only deny it",
    "planned": "announced for the future",
    "stated": "a calendar date in the text",
    "relative": "computed from the publication day",
    "unknown": "nothing in the text lets a reader date it",
    "own_statement": "the person concerned",
    "official": "an official body or its spokesperson",
    "named_source": "a named person or organisation",
    "unnamed_source": "a source that the article does not name",
    "reporter": "the article in its own words",
}
