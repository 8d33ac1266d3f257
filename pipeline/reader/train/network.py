"""The network: a small encoder, and one layer that gives all scores of a piece."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from transformers import AutoModel

from pipeline.reader.labels import WIDTH
from pipeline.reader.train.passages import IGNORE, Example


class Network(nn.Module):
    """Scores of every piece, `WIDTH` numbers each; `labels` says which slice answers what."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0  # with a few thousand passages it only slowed learning
            if hasattr(module, "dropout_prob"):
                module.dropout_prob = 0.0
        self._add_kinds()
        self.drop = nn.Dropout(0.1)
        self.scores = nn.Linear(self.encoder.config.hidden_size, WIDTH)

    def forward(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        return self.scores(self.drop(hidden))

    def _add_kinds(self) -> None:
        """A third kind of piece (a name), which starts as the second (a capital) does."""
        table = self.encoder.embeddings.token_type_embeddings
        wider = nn.Embedding(3, table.embedding_dim)
        with torch.no_grad():
            wider.weight[:2] = table.weight
            wider.weight[2] = table.weight[1]
        self.encoder.embeddings.token_type_embeddings = wider
        self.encoder.config.type_vocab_size = 3
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False


def pad(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    """Rows of one length: the longest's."""
    length = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (length - len(row))] for row in rows])


def run(network: Network, batch: Sequence[Example]) -> Tensor:
    """The scores of a batch."""
    ids = pad([example.window.ids for example in batch], 0)
    kinds = pad([example.window.kinds for example in batch], 0)
    return network(ids, (ids != 0).long(), kinds)


def tags_of(batch: Sequence[Example]) -> Tensor:
    return pad([example.tags for example in batch], IGNORE)
