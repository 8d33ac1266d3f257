"""build: the flow end to end on invented articles, and what happens when it cannot write or is killed."""

import csv
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.__main__ import CRASHED, DONE, REFUSED, WRONG_USE, main
from pipeline.build import build
from pipeline.corpus.articles import MANIFEST_COLUMNS

ROOT = Path(__file__).parents[1]
ARTICLES = {
    "a.txt": "Finland's ambassador to Norway, Aino Virtanen, resigned on Monday over the war.\nThe ministry confirmed her resignation.",
    "b.txt": "José Núñez, the defence minister, was sacked on 3 May 2024.\nHe had held the post since 2020.",
    "c.txt": "Heavy shelling hit Kharkiv on 4 May 2024, officials said.",
}
TABLES = ("events.csv", "evidence.csv", "people.csv", "datapackage.json")


def a_corpus(tmp_path: Path, articles: dict[str, str] = ARTICLES) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    for file, text in articles.items():
        (folder / file).write_text(text, encoding="utf-8")
    with (tmp_path / "articles.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, MANIFEST_COLUMNS)
        writer.writeheader()
        for file in articles:
            row = {
                "article_id": file[0],
                "file": file,
                "publisher": file[0],
                "origin": file[0],
                "published": "2024-05-08",
            }
            writer.writerow(row | {"published_basis": "stated"})
    return folder


def content(data: Path) -> dict[str, bytes]:
    return {name: (data / name).read_bytes() for name in TABLES}


def test_two_builds_in_a_row_are_byte_identical_and_the_second_reads_nothing(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    first = build(folder, data)
    written = content(data)
    second = build(folder, data)
    assert content(data) == written
    assert (first.read_again, second.read_again, second.added, second.gone) == (3, 0, (), ())
    assert first.events > 0


def test_a_build_without_cache_gives_the_same(tmp_path: Path) -> None:
    folder = a_corpus(tmp_path)
    build(folder, tmp_path / "one")
    build(folder, tmp_path / "one")
    build(folder, tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_one_changed_article_is_read_again_and_the_others_are_not(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    build(folder, data)
    (folder / "b.txt").write_text(ARTICLES["b.txt"] + "\nThe post is vacant.", encoding="utf-8")
    assert build(folder, data).read_again == 1


def test_a_damaged_cache_entry_counts_as_absent(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    build(folder, data)
    for entry in (data / ".cache").iterdir():
        entry.write_text('[{"type": 1}]', encoding="utf-8")
    assert build(folder, data).read_again == 3


def test_an_empty_folder_does_not_empty_the_tables(tmp_path: Path) -> None:
    data = tmp_path / "data"
    build(a_corpus(tmp_path), data)
    written = content(data)
    (tmp_path / "nothing").mkdir()
    report = build(tmp_path / "nothing", data)
    assert report.refused and "holds no readable article" in "\n".join(map(str, report.notices))
    assert content(data) == written


def test_damaged_tables_of_the_last_build_are_said_and_replaced(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    build(folder, data)
    (data / "events.csv").write_bytes(b"\xff\xfe,broken")
    report = build(folder, data)
    assert "identifiers are given anew" in "\n".join(map(str, report.notices)) and report.events > 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["build", "{articles}", "{data}"], DONE, "3 articles, 3 read again"),
        (["build", "{nowhere}", "{data}"], WRONG_USE, "is not a folder"),
        (["build", "{articles}", "{file}"], WRONG_USE, "nothing was changed"),
        (["dates", "{nowhere}"], WRONG_USE, "No such file"),
    ],
)
def test_exit_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "file").write_text("")
    places = {
        "articles": a_corpus(tmp_path),
        "data": tmp_path / "data",
        "nowhere": tmp_path / "nowhere",
        "file": tmp_path / "file",
    }
    assert main([argument.format(**places) for argument in arguments]) == code
    error = capsys.readouterr().err
    assert says in error and "Traceback" not in error


def test_refused_input_is_listed_and_the_rest_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_corpus(tmp_path)
    (folder / "z.txt").write_bytes(b"")
    assert main(["build", str(folder), str(tmp_path / "data")]) == REFUSED
    assert "z.txt: is empty" in capsys.readouterr().err and (tmp_path / "data" / "events.csv").is_file()


def test_a_file_named_like_the_identifier_of_another_lends_it_no_quote(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    (tmp_path / "articles.csv").write_text(
        (tmp_path / "articles.csv").read_text("utf-8").replace("\na,a.txt", "\nz,a.txt"), "utf-8"
    )
    (folder / "z.txt").write_text("Onni Laine, the justice minister, was dismissed on 6 May 2024.", encoding="utf-8")
    report = build(folder, data)
    assert report.refused and "z.txt: has no row in the manifest, and its name" in "\n".join(map(str, report.notices))
    texts = {"z": ARTICLES["a.txt"], "b": ARTICLES["b.txt"], "c": ARTICLES["c.txt"]}
    with (data / "evidence.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["article_id"] for row in rows} == set(texts)
    assert all(texts[r["article_id"]][int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


def test_odd_files_are_listed_and_the_rest_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = a_corpus(tmp_path)
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("Onni Laine resigned on Monday.")
    os.mkfifo(folder / "p.txt")
    (folder / "q.txt").symlink_to("/dev/zero")
    assert main(["build", str(folder), str(tmp_path / "data")]) == REFUSED
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 4 and "3 articles" in told[-1] and (tmp_path / "data" / "events.csv").is_file()


def test_an_unexpected_exception_has_a_code_of_its_own_and_leaves_the_old_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    build(folder, data)
    written = content(data)
    (folder / "a.txt").write_text("Onni Laine, the justice minister, resigned on Monday.", encoding="utf-8")
    monkeypatch.setattr(
        "pipeline.merge.evidence.literal_quote", lambda text, start, end: (text[start:end].upper(), start, end)
    )
    assert main(["build", str(folder), str(data)]) == CRASHED
    error = capsys.readouterr().err
    assert "Traceback" in error and "are not its quote" in error.splitlines()[-1]
    assert content(data) == written


def test_a_package_that_is_missing_is_a_crash(tmp_path: Path) -> None:
    (tmp_path / "pandas.py").write_text("raise ImportError('no pandas here')")
    command = [sys.executable, "-m", "pipeline", "build", str(a_corpus(tmp_path)), str(tmp_path / "data")]
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == CRASHED and "no pandas here" in done.stderr


@pytest.mark.skipif(not shutil.which("make"), reason="no make")
@pytest.mark.parametrize(("code", "fine"), [(DONE, True), (REFUSED, True), (WRONG_USE, False), (CRASHED, False)])
def test_make_goes_on_after_refused_input_and_stops_after_a_crash(tmp_path: Path, code: int, fine: bool) -> None:
    (tmp_path / "runtime").touch()  # newer than requirements.txt: nothing is installed
    (tmp_path / "stub.sh").write_text(f"exit {code}\n")
    command = ["make", "build", f"VENV={tmp_path}", f"PY=sh {tmp_path / 'stub.sh'}"]
    assert (subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0) == fine


@pytest.mark.parametrize("command", ["dates", "extract"])
def test_lines_that_are_refused_are_named_and_the_others_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    file = tmp_path / "in.jsonl"
    good = '{"id": "x", "published": "2024-05-08", "text": "She resigned on Monday."}'
    file.write_text("\n".join([good, "{broken", "[1]", '{"id": "y", "text": 7}', "", good]), encoding="utf-8")
    assert main([command, str(file)]) == REFUSED
    out, error = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert [line.split(": ")[0].rpartition(":")[2] for line in error.splitlines()] == ["2", "3", "4"]


def test_a_full_disk_leaves_the_old_tables_whole(tmp_path: Path) -> None:
    folder, data = a_corpus(tmp_path), tmp_path / "data"
    build(folder, data)
    written = content(data)
    (folder / "a.txt").write_text("Onni Laine, the justice minister, resigned on Monday.", encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "build", str(folder), str(data)]

    def no_room() -> None:  # the kernel refuses to write a file longer than this, as a full disk does
        resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))

    done = subprocess.run(
        command,
        cwd=ROOT,
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == WRONG_USE and "nothing was changed" in done.stderr, done.stderr
    assert content(data) == written and not list(data.glob(".*.tmp"))


def test_a_killed_build_leaves_the_old_tables_whole(tmp_path: Path) -> None:
    data = tmp_path / "data"
    build(a_corpus(tmp_path), data)
    written = content(data)
    many = {f"{i:04}.txt": f"{ARTICLES['a.txt']} Number {i}." for i in range(400)}
    folder = a_corpus(tmp_path / "many", many)
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "build", str(folder), str(data)], cwd=ROOT, stderr=subprocess.DEVNULL
    )
    while not (data / ".cache").is_dir() or len(list((data / ".cache").iterdir())) < 5:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert content(data) == written
