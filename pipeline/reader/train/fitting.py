"""Fits the network to the passages."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from pipeline.reader.labels import ARGUMENTS, FIRST_MODALITY, SECOND_KIND, SECOND_MODALITY, TRIGGERS
from pipeline.reader.train.network import Network, run, tags_of
from pipeline.reader.train.passages import IGNORE, Example


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train; what chance decides follows from the seed."""

    epochs: int = 5
    rate: float = 1.5e-4
    batch: int = 16
    seed: int = 0
    warm: float = 0.1
    answers: float = 0.3
    """Weight of the single answers (modality, type at the mark) beside the tags."""


def fit(
    network: Network,
    examples: Sequence[Example],
    plan: Plan,
    keep: Path | None = None,
    each_step: Callable[[], None] = lambda: None,
) -> None:
    """Trains in place; after each epoch the weights are kept in `keep`. `each_step` is called before each step."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    steps = plan.epochs * sum(1 for _ in batches(examples, plan.batch, chance))
    optimiser, schedule = _optimiser(network, plan, steps)
    done, total, start = 0, 0.0, time.time()
    for epoch in range(plan.epochs):
        network.train()
        for batch in batches(examples, plan.batch, chance):
            each_step()
            loss = loss_of(run(network, batch), batch, plan.answers)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
            optimiser.step()
            schedule.step()
            done, total = done + 1, total + loss.item()
            if done % 25 == 0:
                print(f"step {done} of {steps}, loss {total / 25:.4f}, {time.time() - start:.0f} s", flush=True)
                total = 0.0
        print(f"epoch {epoch + 1} of {plan.epochs} done after {time.time() - start:.0f} s", flush=True)
        if keep:
            torch.save(network.state_dict(), keep)


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of one pass and of like length, in an order drawn by chance."""
    drawn: list[list[Example]] = []
    for second in (False, True):
        order = [example for example in examples if example.second == second]
        chance.shuffle(order)
        for at in range(0, len(order), size * 24):
            near = sorted(order[at : at + size * 24], key=lambda example: len(example.window.ids))
            drawn += [near[i : i + size] for i in range(0, len(near), size)]
    chance.shuffle(drawn)
    yield from drawn


def loss_of(scores: Tensor, batch: Sequence[Example], answers: float) -> Tensor:
    """Tags of every piece, and the single answers at their pieces."""
    second = batch[0].second
    tags = tags_of(batch)
    loss = scores.sum() * 0.0
    if bool((tags != IGNORE).any()):
        part = scores[..., ARGUMENTS if second else TRIGGERS]
        loss = loss + cross_entropy(part.flatten(0, 1), tags.flatten(), ignore_index=IGNORE)
    for pieces, where in (
        ([e.modality for e in batch], SECOND_MODALITY if second else FIRST_MODALITY),
        ([e.kind for e in batch], SECOND_KIND),
    ):
        spots = [(i, at, value) for i, answer in enumerate(pieces) for at, value in answer.items()]
        if spots:
            rows, columns, values = zip(*spots, strict=True)
            loss = loss + answers * cross_entropy(scores[list(rows), list(columns), where], torch.tensor(values))
    return loss


def _optimiser(
    network: Network, plan: Plan, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in named if name.startswith("encoder")], "lr": plan.rate},
        {"params": [p for name, p in named if not name.startswith("encoder")], "lr": plan.rate * 10},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)

    def share(step: int) -> float:
        return min((step + 1) / (steps * plan.warm), max(0.0, (steps - step) / (steps * (1 - plan.warm))))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)
