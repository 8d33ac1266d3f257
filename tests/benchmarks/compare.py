"""What a change gains and loses: the mentions of two revisions, article by article. Nothing is scored.

`make compare BASE=rev` reads ../shared/eval/real_articles.jsonl with that revision and with the working tree
(HEAD=rev: with another revision). `python -m tests.benchmarks.compare OLD.jsonl NEW.jsonl` compares two stored answers
of `python -m pipeline extract`. Exit 0, however much differs; 2: wrong use, or a revision could not be run; 130: Ctrl-C.
"""

import argparse
import json
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.bench_events import tuned_on
from tests.benchmarks.revisions import WORKING_TREE, Answers, Mention, RunError, answers_at, read_answers

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "eval" / "real_articles.jsonl"
DONE, WRONG_USE, INTERRUPTED, TERMINATED = 0, 2, 130, 143


@dataclass(frozen=True, slots=True)
class Change:
    """One mention that differs. `before` is None where it was gained, `after` where it was lost."""

    article: str
    before: Mention | None
    after: Mention | None

    @property
    def kind(self) -> str:
        """gained, lost or changed."""
        return "gained" if self.before is None else "lost" if self.after is None else "changed"

    @property
    def mention(self) -> Mention:
        """The mention as it is now, or as it was if it is lost."""
        found = self.after or self.before
        assert found
        return found

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Field → old and new value, of a changed mention. A field that only one revision writes is no change."""
        old, new = self.before or {}, self.after or {}
        both = [key for key in old if key in new and key != "quote"]  # the quote follows from start and end
        return {key: (old[key], new[key]) for key in both if old[key] != new[key]}


def only(answers: Answers, wanted: str) -> Answers:
    """The mentions of one category or type; "" keeps all."""
    return {
        article: [m for m in mentions if wanted in ("", m["category"], m["type"])]
        for article, mentions in answers.items()
    }


def compare(old: Answers, new: Answers) -> list[Change]:
    """Every difference, in the order of the articles and then of the text. Articles that only one side has are left
    out: there is nothing to compare them with."""
    return [change for article in old if article in new for change in _of_article(article, old[article], new[article])]


def _of_article(article: str, old: list[Mention], new: list[Mention]) -> list[Change]:
    lost, gained = list(old), list(new)
    # The same persons first, so that one person's mention is not taken for another's of the same sentence.
    pairs = [*_pair(lost, gained, _same_persons), *_pair(lost, gained, _same_act)]
    changes = [
        *(Change(article, before, after) for before, after in pairs),
        *(Change(article, before, None) for before in lost),
        *(Change(article, None, after) for after in gained),
    ]
    differing = [change for change in changes if change.kind != "changed" or change.fields]
    return sorted(differing, key=lambda change: (change.mention["start"], change.kind))


def _pair(
    lost: list[Mention], gained: list[Mention], same: Callable[[Mention, Mention], bool]
) -> list[tuple[Mention, Mention]]:
    """Takes pairs out of both lists, each mention once, the first that fits."""
    pairs, left = [], []
    for before in lost:
        number = next((i for i, after in enumerate(gained) if same(before, after)), None)
        if number is None:
            left.append(before)
        else:
            pairs.append((before, gained.pop(number)))
    lost[:] = left
    return pairs


def _same_act(old: Mention, new: Mention) -> bool:
    return bool(old["type"] == new["type"] and old["start"] < new["end"] and new["start"] < old["end"])


def _same_persons(old: Mention, new: Mention) -> bool:
    return _same_act(old, new) and old["persons"] == new["persons"]


def set_aside(articles: Path) -> frozenset[str]:
    """Identifiers of the house's articles that no rule may be tuned on: of them only sums are shown."""
    if not articles.is_file():
        return frozenset()
    with articles.open(encoding="utf-8") as lines:
        return frozenset(name for line in lines if not tuned_on(name := json.loads(line)["id"]))


def report(old: Answers, new: Answers, closed: frozenset[str] = frozenset(), width: int = 120) -> Iterator[str]:
    """The lines that are printed: each open article with its differences, then the sums of all articles."""
    changes = compare(old, new)
    article = ""
    for change in changes:
        if change.article in closed:
            continue
        if change.article != article:
            article = change.article
            yield f"\n{article}"
        yield from _lines(change, width)
    yield from ("", *_sums(changes), "")
    yield f"{_size(old)} before, {_size(new)} after; {_count(len({change.article for change in changes}), 'article')} differ."
    hidden = sum(change.article in closed for change in changes)
    if hidden:
        yield f"Not shown, only counted: {_count(hidden, 'difference')} in articles that are set aside."
    for name, alone in (("before", old.keys() - new.keys()), ("after", new.keys() - old.keys())):
        if alone:
            yield f"Not compared: {_count(len(alone), 'article')} answered only {name}, for example {min(alone)}."


def _size(answers: Answers) -> str:
    return f"{_count(sum(map(len, answers.values())), 'mention')} of {_count(len(answers), 'article')}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _lines(change: Change, width: int) -> Iterator[str]:
    mention, sign = change.mention, {"gained": "+", "lost": "-", "changed": "~"}[change.kind]
    head = f"  {sign} {mention['type']} · {', '.join(mention['persons']) or 'nobody named'} · "
    yield cut(head + " ".join(mention["quote"].split()), width)
    for field, (old, new) in change.fields.items():
        yield f"      {field}: {_value(old)} → {_value(new)}"


def _value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def cut(line: str, width: int) -> str:
    """A line of at most `width` characters."""
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def _sums(changes: list[Change]) -> Iterator[str]:
    kinds = ("gained", "lost", "changed")
    by_type = Counter((change.mention["type"], change.kind) for change in changes)
    yield f"{'type':<20}" + "".join(f"{kind:>9}" for kind in kinds)
    for name in sorted({name for name, _ in by_type}):
        yield f"{name:<20}" + "".join(f"{by_type[name, kind]:>9,}" for kind in kinds)
    yield f"{'all':<20}" + "".join(f"{sum(change.kind == kind for change in changes):>9,}" for kind in kinds)
    by_field = Counter(field for change in changes for field in change.fields)
    if by_field:
        yield "\nchanged field"
    for field, number in sorted(by_field.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{field:<20}{number:>9,}"


def main(arguments: list[str] | None = None) -> int:
    """Prints the report; returns the exit code."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if bool(chosen.base) == bool(chosen.files) or len(chosen.files) not in (0, 2):
        parser.error("give OLD.jsonl and NEW.jsonl, or --base REV")
    if chosen.base and not chosen.articles.is_file():
        print(f"Nothing is compared: {chosen.articles} is not here. --articles FILE.jsonl names other articles.")
        return DONE
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that the worktree goes with us
    try:
        old, new = _both(chosen)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (RunError, OSError, ValueError, KeyError) as error:
        print(f"compare: {error!r}" if isinstance(error, KeyError) else f"compare: {error}", file=sys.stderr)
        return WRONG_USE
    finally:
        signal.signal(signal.SIGTERM, before)
    width = shutil.get_terminal_size((120, 24)).columns
    for line in report(only(old, chosen.only), only(new, chosen.only), set_aside(ARTICLES), width):
        print(line)
    return DONE


def _both(chosen: argparse.Namespace) -> tuple[Answers, Answers]:
    if chosen.files:
        old, new = (read_answers(file.read_text(encoding="utf-8").splitlines()) for file in chosen.files)
        return old, new
    return _answers(chosen.base, chosen.articles), _answers(chosen.head, chosen.articles)


def _answers(revision: str, articles: Path) -> Answers:
    print(f"reading {articles.name} with {revision}", file=sys.stderr)
    return answers_at(ROOT, revision, articles)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="ANSWERS.jsonl", help="two answers of `extract`")
    parser.add_argument("--base", default="", metavar="REV", help="the revision before")
    parser.add_argument("--head", default=WORKING_TREE, metavar="REV", help="the revision after (the working tree)")
    parser.add_argument("--articles", type=Path, default=ARTICLES, metavar="FILE.jsonl", help="what both read")
    parser.add_argument("--only", default="", metavar="WORD", help="one category or type, for example leaving")
    return parser


if __name__ == "__main__":
    sys.exit(main())
