"""Stores the network for the runtime: ONNX, weights as 8-bit integers."""

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from pipeline.reader.train.network import Network


class _Plain(nn.Module):
    """The network with names for its inputs and output."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        return self.network(ids, mask, kinds)


def export(network: Network, vocabulary: Path, folder: Path) -> None:
    """Writes `reader.onnx` and `tokenizer.json` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")
    ids = torch.randint(1000, 2000, (3, 24))
    inputs = (ids, torch.ones_like(ids), torch.zeros_like(ids))
    dynamic = {name: {0: "batch", 1: "pieces"} for name in ("ids", "mask", "kinds")}
    with tempfile.TemporaryDirectory() as made:
        full = Path(made) / "full.onnx"
        torch.onnx.export(
            _Plain(network),
            inputs,
            full,
            input_names=["ids", "mask", "kinds"],
            output_names=["scores"],
            dynamic_axes=dynamic | {"scores": {0: "batch", 1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, folder / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True)
    shutil.copy(vocabulary, folder / "tokenizer.json")
