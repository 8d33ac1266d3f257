"""How right and how fast the dates are, beside the peers: `python tests/benchmarks/bench_dates.py`.

Prints a Markdown table. The texts (TimeBank and AQUAINT TimeML, with TIMEX3 annotation) and the scorer are not part of the
repository; they are looked for in ../shared. Rules were written looking at one part of both corpora only; the other
part, articles whose sha256(id) ends in 0 to 4, was set aside, and its errors have not been read.
"""

import hashlib
import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pipeline.dates import find_dates  # noqa: E402 - the repository need not be installed

SHARED = ROOT.parent / "shared"
CORPORA = {"TimeBank": "timebank.jsonl", "AQUAINT": "aquaint.jsonl"}
NEWS = "real_articles.jsonl"
PEERS: dict[str, dict[str, Any]] = {
    "dateparser.search 1.5": {"TimeBank": {"dates": 12.2}, "characters_per_second": 70_000},
    "HeidelTime 2.2": {
        "TimeBank": {"dates": 79.9, "all": 79.3, "relaxed": 91.9, "strict": 88.1},
        "AQUAINT": {"dates": 74.2, "all": 72.7, "relaxed": 92.4, "strict": 83.3},
        "characters_per_second": 4_000,
    },
}
"""As measured with the same scorer on the same texts."""
LENGTH = 1_000_000
DATE_WORDS = (
    "on", "Monday", "last", "week", "the", "May", "march", "3", "31", "2022", "1999", "mid-90s", "two", "days",
    "ago", "since", "from", "to", "Easter", "noon", "a", "half", "he", "will",
)  # fmt: skip
HOSTILE: dict[str, Callable[[str], str]] = {
    "digits": lambda news: "1234567890" * (LENGTH // 10),
    "last last last": lambda news: "last " * (LENGTH // 5),
    "unclosed brackets": lambda news: "(" * LENGTH,
    "one line": lambda news: news.replace("\n", " "),
    "blanks": lambda news: " " * LENGTH,
    "years": lambda news: "2022 " * (LENGTH // 5),
    "weekdays": lambda news: "Monday " * (LENGTH // 7),
    "may may may": lambda news: "may " * (LENGTH // 4),
    "March 5, March 5": lambda news: "March 5, " * (LENGTH // 9),
    "twenty-twenty": lambda news: "twenty-" * (LENGTH // 7),
    "on Monday he, on Monday he": lambda news: "on Monday he " * (LENGTH // 13),
    "the quarter was the quarter was": lambda news: "the quarter was " * (LENGTH // 16),
    "a year ago a year ago": lambda news: "a year ago " * (LENGTH // 11),
    "dates in no order": lambda news: _soup(),
    "12:30 12:30": lambda news: "12:30 " * (LENGTH // 6),
}


def _soup() -> str:
    """Nothing but words of dates, drawn at random: no two places look alike, so nothing that is remembered helps."""
    draw = random.Random(1)
    return " ".join(draw.choice(DATE_WORDS) for _ in range(LENGTH // 4))[:LENGTH]


def figures(shared: Path) -> dict[str, Any]:
    """All figures of today's code: per corpus and part the F1 values, characters per second, hostile texts by news."""
    score = _scorer(shared)
    result: dict[str, Any] = {"day": date.today().isoformat()}
    for name, file in CORPORA.items():
        articles = list(_read(shared / "eval" / file))
        tagged = [(article, _tag(article)) for article in articles]
        parts = {
            "tuned on": [pair for pair in tagged if not set_aside(pair[0]["id"])],
            "set aside": [pair for pair in tagged if set_aside(pair[0]["id"])],
            "whole": tagged,
        }
        result[name] = {part: _values(score, pairs) for part, pairs in parts.items()}
    news = "\n\n".join(article["text"] for article in _read(shared / "eval" / NEWS))[:LENGTH]
    base = _seconds(news)
    result["characters_per_second"] = round(len(news) / base, -4)
    result["doubled"] = round(_seconds(news + news) / base, 2)
    result["hostile"] = {name: round(_seconds(text(news)) / base, 2) for name, text in HOSTILE.items()}
    return result


def set_aside(article_id: str) -> bool:
    """Whether an article belongs to the part that nobody looks at."""
    return hashlib.sha256(article_id.encode()).hexdigest()[-1] in "01234"


def table(found: dict[str, Any]) -> str:
    """The figures as Markdown, the peers' first."""
    lines = [
        "| | part | TimeBank DATE+TIME | all | relaxed | strict | AQUAINT DATE+TIME | all | relaxed | strict |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for peer, values in PEERS.items():
        lines.append(_row(peer, "whole", values.get("TimeBank", {}), values.get("AQUAINT", {})))
    for part in ("tuned on", "set aside", "whole"):
        lines.append(_row("Broken Ranks", part, found["TimeBank"][part], found["AQUAINT"][part]))
    lines += ["", f"Value F1 in per cent, {found['day']}. Characters per second, one core, on web news:"]
    lines += [f"{name} ~{values['characters_per_second']:,}" for name, values in PEERS.items()]
    lines += [
        f"Broken Ranks {found['characters_per_second']:,.0f}; twice the news take {found['doubled']} times as long",
        "",
        "| a million characters of | times news |",
        "|---|---|",
    ]
    return "\n".join([*lines, *(f"| {name} | {ratio} |" for name, ratio in found["hostile"].items())])


def _row(name: str, part: str, *corpora: dict[str, float]) -> str:
    cells = [str(values.get(key, "–")) for values in corpora for key in ("dates", "all", "relaxed", "strict")]
    return "| " + " | ".join([name, part, *cells]) + " |"


def _values(
    score: Callable[..., dict[str, float]], pairs: list[tuple[dict[str, Any], list[dict[str, Any]]]]
) -> dict[str, float]:
    documents = [(article["dates"], predicted) for article, predicted in pairs]
    everything, dates = score(documents), score(documents, {"DATE", "TIME"})
    return {
        "dates": dates["value"],
        "all": everything["value"],
        **{k: everything[k] for k in ("relaxed", "strict", "type")},
    }


def _tag(article: dict[str, Any]) -> list[dict[str, Any]]:
    found = find_dates(article["text"], date.fromisoformat(article["published"]))
    return [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in found]


def _seconds(text: str) -> float:
    """Processor time, the best of two runs, so that what else the machine does counts little."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        find_dates(text, date(2022, 3, 23))
        best = min(best, time.process_time() - begin)
    return best


def _read(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _scorer(shared: Path) -> Callable[..., dict[str, float]]:
    spec = importlib.util.spec_from_file_location("score_dates", shared / "eval" / "score_dates.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[..., dict[str, float]] = module.score
    return score


if __name__ == "__main__":
    if not (SHARED / "eval" / "timebank.jsonl").exists():
        sys.exit(f"bench_dates: no annotated texts in {SHARED.name}/eval beside the repository; nothing to measure")
    print(table(figures(SHARED)))
