"""The command line: `python -m pipeline build | dates | extract | explain`.

Exit 0 done · 1 something in the input was refused (the rest is done and listed) · 2 wrong use, or nothing could be
done · 70 a mistake of the program (its traceback is printed; the old tables are whole).
"""

import argparse
import sys
import traceback
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

DONE, REFUSED, WRONG_USE, CRASHED = 0, 1, 2, 70
"""70 is EX_SOFTWARE of sysexits.h. Python's own code for an exception is 1, which `make build` takes for REFUSED."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        return _run(chosen)
    except Exception:
        traceback.print_exc()
        return CRASHED


def _run(chosen: argparse.Namespace) -> int:
    try:
        if chosen.command == "build":
            return _build(chosen.articles, chosen.data)
        if chosen.command == "explain":
            return _explain(chosen.text, chosen.published)
        return _lines(chosen.file, chosen.command)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone (`| head`): nothing is left to say
        return DONE
    except OSError as error:
        where = error.filename or chosen.command
        _say(f"{where}: {error.strerror or error}; nothing was changed")
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m pipeline", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "build", help="read the articles, write the tables; only changed articles are read again"
    )
    command.add_argument(
        "articles", nargs="?", type=Path, default=Path("data/articles"), help="folder of *.txt (data/articles)"
    )
    command.add_argument("data", nargs="?", type=Path, default=Path("data"), help="where the tables go (data)")
    for name, what in (("dates", "time expressions"), ("extract", "event mentions")):
        command = commands.add_parser(name, help=f'{what} of {{"id","published","text"}} lines, as lines of JSON')
        command.add_argument("file", type=Path, metavar="FILE.jsonl")
    command = commands.add_parser("explain", help="why something was found in a sentence, or not")
    command.add_argument("text", metavar="SENTENCE")
    command.add_argument("--published", type=_day, metavar="DAY", help="the day of publication, 2022-03-23")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2022-03-23") from None


# The commands are imported where they run: a package that is missing is a crash as well.
def _build(articles: Path, data: Path) -> int:
    from pipeline.build import build

    report = build(articles, data, show_progress=sys.stderr.isatty())
    for notice in report.notices:
        _say(notice)
    _say(report)
    return REFUSED if report.refused else DONE


def _explain(text: str, published: date | None) -> int:
    from pipeline.explain import explain

    for line in explain(text, published):
        print(line)
    return DONE


def _lines(file: Path, command: str) -> int:
    """Answers line by line, so that memory does not grow with the file; a refused line is named and skipped."""
    from pipeline.corpus.parallel import in_order
    from pipeline.jsonl import extract_line, tag_line

    answer, refused = {"dates": tag_line, "extract": extract_line}[command], False
    with file.open(encoding="utf-8", errors="surrogateescape") as lines:
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        for number, rows, error in in_order(partial(_answer, answer), numbered):
            sys.stdout.write(rows)
            if error:
                refused = True
                _say(f"{file}:{number}: {error}")
    return REFUSED if refused else DONE


def _answer(answer: Callable[[str], str], numbered: tuple[int, str]) -> tuple[int, str, str]:
    number, line = numbered
    try:
        return number, f"{answer(line)}\n", ""
    except ValueError as error:
        return number, "", str(error)


def _say(message: object) -> None:
    print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
