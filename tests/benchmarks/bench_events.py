"""Events against annotated real news: tuned-on and set-aside articles apart, and the speed of extract().

usage: python tests/benchmarks/bench_events.py

The articles and their annotation stay outside the repository (../shared); without them this prints why it has nothing to say.
An article is set aside by its identifier alone (SHA-256, last digit 8 or 9): rules were never tuned on it, and of it only sums are shown.
Digits 6 and 7 were set aside too until 2026-11-22: they were opened after a first round of rules, and count as tuned-on since then.
"""

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from pipeline.jsonl import extract_line  # noqa: E402


def tuned_on(article_id: str) -> bool:
    """Was the article open while the rules were written?"""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 10 < 8


def score(articles: list[dict[str, Any]], lines: list[str]) -> dict[str, Any]:
    """The scorer's figures for some articles."""
    ids = {article["id"] for article in articles}
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.json"), Path(folder, "predicted.jsonl")
        gold.write_text(json.dumps({"articles": articles}), encoding="utf-8")
        wanted = (line for line in lines if json.loads(line)["id"] in ids)
        predicted.write_text("".join(f"{row}\n" for row in map(extract_line, wanted)), encoding="utf-8")
        command = [sys.executable, str(SHARED / "eval" / "score_events.py"), str(gold), str(predicted)]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, Any] = json.loads(printed.splitlines()[0])
    return figures


def figures(shared: Path) -> dict[str, Any]:
    """Figures of "set aside" and "tuned on" apart (articles, leaving, other), and the speed on all articles."""
    lines = (shared / "eval" / "real_articles.jsonl").read_text(encoding="utf-8").splitlines()
    annotation = json.loads((shared / "gold" / "real_events.json").read_text(encoding="utf-8"))["articles"]
    found: dict[str, Any] = {}
    for name, part in (("tuned on", True), ("set aside", False)):
        chosen = [article for article in annotation if tuned_on(article["id"]) == part]
        found[name] = {"articles": len(chosen), **score(chosen, lines)}
    size = sum(len(json.loads(line)["text"]) for line in lines)
    began = time.process_time()
    for line in lines:
        extract_line(line)
    taken = time.process_time() - began
    speed = {"seconds": round(taken, 2), "characters per second": round(size / taken)}
    return {**found, "articles": len(lines), "characters": size, **speed}


def main() -> None:
    """Print the figures, or why there are none."""
    if not (SHARED / "gold" / "real_events.json").exists():
        print("events: the annotated articles are not beside this checkout (../shared); nothing measured")
        return
    for name, value in figures(SHARED).items():
        print(f"{name}: {json.dumps(value)}")


if __name__ == "__main__":
    main()
