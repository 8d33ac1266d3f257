"""Train the reader: `make train PASSAGES=…`; the card in `pipeline/reader/weights` says what came of it."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from pipeline.reader.candidate_sentences import find_cue_words
from pipeline.reader.model import WEIGHTS, Reader, onnx_scorer
from pipeline.reader.readings import ActReading
from pipeline.reader.train.calibrate import calibrate, write_calibration
from pipeline.reader.train.export import export
from pipeline.reader.train.fitting import Plan, fit
from pipeline.reader.train.network import Network
from pipeline.reader.train.passages import Row, fold, load_rows, make_examples, passage_of
from pipeline.reader.train.start import starting_weights
from pipeline.reader.windows import load_tokenizer

CHOOSING = 1
"""The sixth of the articles that is held out to choose limits and to calibrate."""


def train(arguments: Sequence[str] | None = None) -> None:
    """Fits, stores, measures and calibrates; every figure is of articles that the network never saw."""
    options = _parser().parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    start = starting_weights(options.work / "start")
    tokenizer = load_tokenizer(str(start / "tokenizer.json"))
    rows = load_rows(options.passages)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    network = Network(str(start))
    if options.weights:
        network.load_state_dict(torch.load(options.weights))
    else:
        learned = [row for row in rows if fold(row) != CHOOSING]
        examples = make_examples(learned, tokenizer, options.seed, options.negatives)
        print(f"{len(learned)} passages, {len(examples)} windows", flush=True)
        fit(network, examples, Plan(epochs=options.epochs, seed=options.seed), keep=options.work / "network.pt")
    export(network, start / "tokenizer.json", options.out)
    reader = Reader(tokenizer, onnx_scorer(options.out / "reader.onnx", options.threads))
    chosen = [row for row in rows if fold(row) == CHOOSING]
    stored = calibrate(chosen, read_rows(chosen, reader))
    write_calibration(options.out / "calibration.json", stored)
    print(json.dumps(stored["figures"]), flush=True)


def read_rows(rows: Sequence[Row], reader: Reader) -> list[tuple[ActReading, ...]]:
    """What the reader finds in each passage; a sentence without a cue is never read."""
    asked = [i for i, row in enumerate(rows) if find_cue_words(row["target"])]
    read = dict(zip(asked, reader.read([passage_of(rows[i]) for i in asked]), strict=True))
    return [read.get(i, ()) for i in range(len(rows))]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.reader.train", description=__doc__)
    parser.add_argument("passages", type=Path, help="annotated passages, one JSON object a line")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--work", type=Path, default=Path("data/.cache/reader"), help="where the whole network is kept")
    parser.add_argument("--weights", type=Path, help="a trained network.pt: store and measure it, train nothing")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument("--negatives", type=float, default=0.3, help="share of passages that also show a false trigger")
    parser.add_argument("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    train()
