"""The labels that the network gives, and where each stands in its scores."""

from typing import Final

TYPES: Final = ("resignation", "dismissal", "departure", "resignation_attempt", "defection", "appointment")
MODALITIES: Final = ("happened", "planned", "alleged", "denied", "hypothetical")
ROLES: Final = ("person", "post", "date", "country")


def bio(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Outside, then begin and inside of each kind.

    >>> bio(("post",))
    ('O', 'B-post', 'I-post')
    """
    return ("O", *(f"{prefix}-{kind}" for kind in kinds for prefix in "BI"))


TRIGGER_TAGS: Final = bio(TYPES)
ROLE_TAGS: Final = bio(ROLES)
NONE: Final = "none"
KINDS: Final = (NONE, *TYPES)

_SIZES: Final = (len(TRIGGER_TAGS), len(MODALITIES), len(ROLE_TAGS), len(KINDS), len(MODALITIES))
_ENDS: Final = tuple(sum(_SIZES[: i + 1]) for i in range(len(_SIZES)))
TRIGGERS, FIRST_MODALITY, ARGUMENTS, SECOND_KIND, SECOND_MODALITY = (
    slice(end - size, end) for end, size in zip(_ENDS, _SIZES, strict=True)
)
"""Pass 1 reads the first two slices of a piece's scores, pass 2 the others."""
WIDTH: Final = _ENDS[-1]
