"""articles: everything that a person can get wrong with a folder of articles gives one clear line and loses nothing else."""

import csv
from datetime import date
from pathlib import Path

import pytest

from pipeline.articles import MANIFEST_COLUMNS, read_articles

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
    with pytest.raises(NotADirectoryError, match="is no folder"):
        read_articles(tmp_path / "nothing")
