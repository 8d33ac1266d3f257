"""articles: everything that a person can get wrong with a folder of articles gives one clear line and loses nothing else."""

import csv
import os
import socket
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.corpus import regular_files
from pipeline.corpus.articles import MANIFEST_COLUMNS, read_articles
from pipeline.corpus.notice import Notice
from pipeline.corpus.regular_files import NotReadableError, read_regular
from pipeline.tables.files import _list, split_list
from pipeline.text.normalise import identifier
from tests.conftest import soon

GOOD = "The minister resigned on Monday."


def a_folder(tmp_path: Path, files: dict[str, bytes], rows: list[dict[str, str]] | None = None) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, payload in files.items():
        (folder / name).write_bytes(payload)
    if rows is not None:
        with (tmp_path / "articles.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, MANIFEST_COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def a_row(file: str, **fields: str) -> dict[str, str]:
    defaults = {
        "article_id": Path(file).stem,
        "origin": "Wire",
        "publisher": "Paper",
        "published": "2024-05-08",
        "published_basis": "stated",
    }
    return {"file": file, **defaults, **fields}


def lines(notices: tuple[object, ...]) -> str:
    return "\n".join(map(str, notices))


def test_a_good_folder_is_silent(tmp_path: Path) -> None:
    articles, notices = read_articles(
        a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt", url="https://example.co.uk/a")])
    )
    assert [(a.article_id, a.text, a.published, a.country) for a in articles] == [("a", GOOD, date(2024, 5, 8), "GB")]
    assert notices == ()


@pytest.mark.parametrize(
    ("files", "rows", "says", "refused", "left"),
    [
        ({}, [], "holds no readable article", True, []),
        ({"a.txt": GOOD.encode(), "b.txt": b" \n"}, [a_row("a.txt"), a_row("b.txt")], "b.txt: is empty", True, ["a"]),
        ({"a.txt": GOOD.encode(), "b.txt": b"\x7fELF\0\0\1"}, [a_row("a.txt"), a_row("b.txt")], "b.txt: is a binary file", True, ["a"]),
        ({"a.txt": "Le ministre a été limogé, dit l’élysée. Économie, société".encode("cp1252")}, [a_row("a.txt")], "not UTF-8: read as", False, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("gone.txt")], "names gone.txt, which is not in", True, ["a"]),
        ({"a.txt": GOOD.encode()}, [], "has no row in the manifest", False, ["a"]),
        ({"a.txt": GOOD.encode()}, None, "is missing: articles are read without", False, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt", published="2022-02-30")], "articles.csv:2: '2022-02-30' is no day", False, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt", published="")], "articles.csv:2: has no publication day", False, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt", url="javascript:alert(1)")], "does not start with http", False, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("a.txt", article_id="b")], "articles.csv:3: repeats the file a.txt", True, ["a"]),
        ({"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("../../etc/passwd")], "is no file name in the folder", True, ["a"]),
        ({"a.txt": GOOD.encode(), "b.txt": GOOD.encode()}, [a_row("a.txt"), a_row("b.txt")], "b.txt: is the same article as a.txt", True, ["a"]),
        (
            {"a.txt": GOOD.encode(), "b.txt": GOOD.encode()},
            [a_row("a.txt"), a_row("b.txt", publisher="Other", origin="Other")],
            "both count as one origin, Wire", False, ["a", "b"],
        ),
    ],
)  # fmt: skip
def test_bad_input(
    tmp_path: Path,
    files: dict[str, bytes],
    rows: list[dict[str, str]] | None,
    says: str,
    refused: bool,
    left: list[str],
) -> None:
    articles, notices = read_articles(a_folder(tmp_path, files, rows))
    assert [a.article_id for a in articles] == left
    assert says in lines(notices)
    assert any(n.refused for n in notices) == refused


def test_a_huge_file_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("huge.txt")])
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    articles, notices = read_articles(folder)
    assert [a.article_id for a in articles] == ["a"]
    assert "huge.txt: has 50 MB, more than the 10 MB" in lines(notices)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (b"caf\xe9.txt", "caf\\xe9.txt: has a name that is not UTF-8"),
        (b"\xff\xfe.txt", "\\xff\\xfe.txt: has a name that is not UTF-8"),
        (b"two\nlines.txt", "two\\nlines.txt: has control characters in its name"),
        (b"tab\t.txt", "tab\\t.txt: has control characters in its name"),
        (b"red\x1b[31m.txt", "red\\x1b[31m.txt: has control characters in its name"),
        ("turned\u202etxt.txt".encode(), "turned\\u202etxt.txt: has control characters in its name"),
    ],
)
def test_an_odd_name_gives_one_line_and_the_rest_is_read(tmp_path: Path, name: bytes, says: str) -> None:
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt")])
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("Another minister resigned.")
    articles, notices = read_articles(folder)
    assert [a.article_id for a in articles] == ["a"]
    assert [says in str(n) and n.refused and str(n).isprintable() for n in notices] == [True]
    lines(notices).encode("utf-8")


def a_socket(path: Path) -> None:
    os.chdir(path.parent)  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (os.mkfifo, "is a pipe, not a file of text"),
        (a_socket, "is a socket, not a file of text"),
        (Path.mkdir, "is a folder, not a file of text"),
        (lambda p: p.symlink_to("/dev/zero"), "is a symbolic link that leaves its folder"),
        (lambda p: p.symlink_to("/proc/self/environ"), "is a symbolic link that leaves its folder"),
        (lambda p: p.symlink_to("../articles.csv"), "is a symbolic link that leaves its folder"),
        (lambda p: p.symlink_to(p.parent.parent), "is a symbolic link that leaves its folder"),
        (lambda p: p.symlink_to("."), "is a folder, not a file of text"),
        (lambda p: p.symlink_to("nowhere.txt"), "cannot be read: No such file"),
        (lambda p: p.symlink_to(p.name), "cannot be read: Too many levels of symbolic links"),
    ],
)  # fmt: skip
def test_only_regular_files_of_the_folder_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("odd.txt")])
    make(folder / "odd.txt")
    with soon():
        articles, notices = read_articles(folder)
    assert [a.article_id for a in articles] == ["a"]
    assert [f"odd.txt: {says}" in str(n) and n.refused for n in notices] == [True]


def test_a_link_within_the_folder_and_a_folder_that_is_a_link_are_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt"), a_row("b.txt", publisher="B", origin="B")])
    (folder / "store").mkdir()
    (folder / "store" / "2024").write_text("Another minister resigned.")
    (folder / "b.txt").symlink_to("store/2024")
    (tmp_path / "elsewhere").symlink_to(folder)
    articles, notices = read_articles(tmp_path / "elsewhere")
    assert [a.text for a in articles] == [GOOD, "Another minister resigned."] and notices == ()


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda p: p.symlink_to("/dev/zero")])
def test_a_manifest_that_is_no_regular_file_ends_the_reading(tmp_path: Path, make: object) -> None:
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()})
    make(tmp_path / "articles.csv")
    with soon(), pytest.raises(NotReadableError, match=r"articles\.csv: is a "):
        read_articles(folder)


def test_a_file_that_becomes_a_pipe_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, regular = tmp_path / "a.txt", os.stat(__file__)
    os.mkfifo(path)
    monkeypatch.setattr(regular_files.os, "stat", lambda _: regular)
    with soon(), pytest.raises(NotReadableError, match="is a pipe"):
        read_regular(path, 10)


def test_a_file_that_becomes_a_link_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to(__file__)
    monkeypatch.setattr(regular_files.os.path, "realpath", lambda p, strict=False: str(p))
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        read_regular(path, 10_000)


@pytest.mark.parametrize(("size", "said", "fits"), [(10, 10, True), (11, 11, False), (11, 0, False), (0, 0, True)])
def test_no_more_is_read_than_allowed_whatever_the_size_is_said_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, said: int, fits: bool
) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "other"
    path.write_bytes(b"x" * size)
    other.write_bytes(b"x" * said)
    status = os.stat(other)
    monkeypatch.setattr(regular_files.os, "fstat", lambda _: status)  # a file that grows while it is read
    if fits:
        assert read_regular(path, 10) == b"x" * size
    else:
        with pytest.raises(NotReadableError, match="more than the"):
            read_regular(path, 10)


@pytest.mark.parametrize("day", ["0001-01-01", "0202-03-23", "1812-06-24", "1899-12-31", "2101-01-01", "9999-12-31"])
def test_a_publication_day_far_away_counts_as_unknown(tmp_path: Path, day: str) -> None:
    articles, notices = read_articles(a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt", published=day)]))
    assert articles[0].published is None
    assert [str(n).partition("csv:")[2] for n in notices] == [
        f"2: {day} lies outside 1900–2100: its relative dates stay unknown, dates written out are kept"
    ]


@pytest.mark.parametrize("day", ["1900-01-01", "2100-12-31"])
def test_the_first_and_the_last_publication_day_are_known(tmp_path: Path, day: str) -> None:
    articles, notices = read_articles(a_folder(tmp_path, {"a.txt": GOOD.encode()}, [a_row("a.txt", published=day)]))
    assert str(articles[0].published) == day and notices == ()


@pytest.mark.parametrize(
    ("names", "rows", "says", "left"),
    [
        (
            ["h", "i"],
            [("i", "h")],
            "i.txt: has no row in the manifest, and its name is the article_id i of",
            {"i": "h"},
        ),
        (["h", "i"], [("i", "h"), ("i", "i")], "csv:3: repeats the article_id i", {"i": "h"}),
        (["h", "i"], [("i", "h"), ("", "i")], "csv:3: repeats the article_id i", {"i": "h"}),
        (["i"], [("i", "gone")], "i.txt: has no row in the manifest, and its name is the article_id i of", {}),
        (["h", "a, b"], [("a; b", "h")], "a, b.txt: has no row in the manifest, and its name", {"a, b": "h"}),
        (["h", "k"], [("a; b", "h"), ("a, b", "k")], "csv:3: repeats the article_id a, b", {"a, b": "h", "k": "k"}),
        (["a, b", "a; b"], [], "a; b.txt: has no row in the manifest, and its name", {"a, b": "a, b"}),
        (["h"], [("=1+1", "h")], "csv:2: its article_id '=1+1' is written \"'=1+1\"", {"'=1+1": "h"}),
        (["h"], [("\u200b", "h")], "csv:2: its article_id '\\u200b' is written 'h.txt'", {"h.txt": "h"}),
        (["h", "I"], [("i", "h")], "I.txt: has no row in the manifest: read", {"I": "I", "i": "h"}),
    ],
)
def test_no_two_articles_have_one_identifier(
    tmp_path: Path, names: list[str], rows: list[tuple[str, str]], says: str, left: dict[str, str]
) -> None:
    files = {f"{name}.txt": f"{GOOD} Told by {name}.".encode() for name in names}
    given = [a_row(f"{file}.txt", article_id=article_id) for article_id, file in rows]
    articles, notices = read_articles(a_folder(tmp_path, files, given))
    assert says in lines(notices)
    assert {a.article_id: a.file.removesuffix(".txt") for a in articles} == left


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_an_identifier_is_the_same_in_a_list_and_in_a_cell_of_its_own(given: list[str]) -> None:
    identifiers = [found for text in given if (found := identifier(text))]
    assert [identifier(found) for found in identifiers] == identifiers
    assert split_list(_list(identifiers)) == tuple(identifiers)


@pytest.mark.parametrize("text", ["two\nlines", "\udce9", "\ud800", "\x1b[31m", "\u2028", "a\rb"])
def test_a_notice_is_one_line_that_every_screen_can_show(text: str) -> None:
    told = str(Notice(f"{text}.txt", f"names {text}"))
    assert told.isprintable() and told.encode("utf-8")


def test_a_manifest_without_its_columns_is_named(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, {"a.txt": GOOD.encode()})
    (tmp_path / "articles.csv").write_text("file;title\na.txt;x\n", encoding="utf-8")
    articles, notices = read_articles(folder)
    assert [a.article_id for a in articles] == ["a"] and "articles.csv:1: lacks the columns article_id" in lines(
        notices
    )


def test_line_ends_and_byte_order_marks_do_not_shift_offsets(tmp_path: Path) -> None:
    articles, _ = read_articles(a_folder(tmp_path, {"a.txt": b"\xef\xbb\xbfOne.\r\nTwo.\rThree."}, [a_row("a.txt")]))
    assert articles[0].text == "One.\nTwo.\nThree."


def test_no_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="is not a folder"):
        read_articles(tmp_path / "nothing")
