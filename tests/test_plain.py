"""plain: text compared, made into identifiers, and made harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.text.normalise import FORMULA_STARTS, for_comparing, harmless, slug, without_controls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ångström  Éva", "angstrom eva"),
        ("Łukasz", "lukasz"),
        ("O’Neill", "o'neill"),
        ("İstanbul", "istanbul"),
        ("\u202eevil\u202c", "evil"),
        ("", ""),
    ],
)
def test_folded(text: str, expected: str) -> None:
    assert for_comparing(text) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "'  =1+1"),
        ("minister", "minister"),
        ("", ""),
        ("'=1", "'=1"),
    ],
)
def test_harmless(cell: str, expected: str) -> None:
    assert harmless(cell) == expected


@given(st.text())
def test_no_cell_starts_like_a_formula(text: str) -> None:
    cell = harmless(without_controls(" ".join(text.split())))
    assert not cell or cell.lstrip(" ")[:1] not in FORMULA_STARTS


@given(st.text())
def test_plain_forms_are_stable(text: str) -> None:
    assert for_comparing(for_comparing(text)) == for_comparing(text)
    assert slug(slug(text)) == slug(text)
    assert harmless(harmless(text)) == harmless(text)
