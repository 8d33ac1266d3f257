"""`make bench`: measures, prints one table a topic, and writes data/figures.json, which the About page shows."""

import json
import sys
from pathlib import Path

from tests.benchmarks import bench_dates, bench_events, bench_scale

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FIGURES = ROOT / "data" / "figures.json"


def main() -> int:
    """Prints everything; accuracy needs the annotations in ../shared, and without them the old figures stay."""
    bench_scale.main()
    if not SHARED.is_dir():
        print("\nAccuracy is not measured: the annotations (../shared) are not here. data/figures.json stays as it is.")
        return 0
    rows = [*bench_dates.figures(SHARED), *bench_events.figures(SHARED)]
    FIGURES.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
