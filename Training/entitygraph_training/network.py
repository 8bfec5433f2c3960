"""The network: one encoder, three heads.

Word pieces of one sentence between [CLS] and [SEP]; embeddings of piece, position and case shape; six post-LayerNorm
transformer blocks. A word's vector is the mean of its first and last piece; each task mixes the layers with weights of its
own. Parts of speech and names are linear on it, dependencies biaffine (Dozat & Manning 2017).

Parameter names are those of the released weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from .labels import NAME_TAGS, UPOS
from .tokenizer import BOUNDARY, END, SHAPE_ROWS, START, WordTokenizer

VOCABULARY, POSITIONS, WIDTH, INNER, HEADS = 30_522, 512, 384, 1536, 12
ARC, RELATION = 192, 96
DROPOUT, SYNTAX_DROPOUT = 0.1, 0.2
PART_OF_SPEECH, SYNTAX, NAMES = range(3)


class Layer(nn.Module):
    """One transformer block."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.o = nn.Linear(WIDTH, WIDTH)
        self.l1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.i = nn.Linear(WIDTH, INNER)
        self.d = nn.Linear(INNER, WIDTH)
        self.l2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        query, key, value = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # On CPU, plain products train five times faster than the fused attention.
        scores = torch.matmul(query * (WIDTH // HEADS) ** -0.5, key.transpose(-1, -2)) + mask.to(query.dtype)
        gathered = torch.matmul(torch.softmax(scores, -1, dtype=torch.float32).to(value.dtype), value)
        gathered = gathered.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.l1(x + F.dropout(self.o(gathered), DROPOUT, self.training))
        return self.l2(x + F.dropout(self.d(F.gelu(self.i(x))), DROPOUT, self.training))


@dataclass
class Batch:
    """Sentences padded to one length; word tables have column 0 for the root at [CLS]."""

    pieces: Tensor
    shapes: Tensor
    piece_mask: Tensor
    first: Tensor
    last: Tensor
    word_mask: Tensor

    @property
    def head_mask(self) -> Tensor:
        """Words and the root: what can be a head."""
        mask = self.word_mask.clone()
        mask[:, 0] = True
        return mask


def make_batch(tokenizer: WordTokenizer, sentences: Sequence[Sequence[str]]) -> Batch:
    """The batch of these sentences, given as words."""
    count, width = len(sentences), max(len(words) for words in sentences) + 1
    first, last = torch.zeros(count, width, dtype=torch.long), torch.zeros(count, width, dtype=torch.long)
    word_mask = torch.zeros(count, width, dtype=torch.bool)
    rows = []
    for row, words in enumerate(sentences):
        pieces, shapes = [START], [BOUNDARY]
        for column, word in enumerate(words, start=1):
            ids, rows_of_shape = tokenizer.word(word)
            first[row, column], last[row, column] = len(pieces), len(pieces) + len(ids) - 1
            word_mask[row, column] = True
            pieces += ids
            shapes += rows_of_shape
        rows.append((pieces + [END], shapes + [BOUNDARY]))
    length = max(len(pieces) for pieces, _ in rows)
    all_pieces = torch.zeros(count, length, dtype=torch.long)
    all_shapes = torch.full((count, length), BOUNDARY)
    piece_mask = torch.zeros(count, length, dtype=torch.bool)
    for row, (pieces, shapes) in enumerate(rows):
        all_pieces[row, : len(pieces)] = torch.tensor(pieces)
        all_shapes[row, : len(shapes)] = torch.tensor(shapes)
        piece_mask[row, : len(pieces)] = True
    return Batch(all_pieces, all_shapes, piece_mask, first, last, word_mask)


class Network(nn.Module):
    """Encoder and heads; `deps` are the dependency labels in order."""

    def __init__(self, deps: Sequence[str], layers: int = 6) -> None:
        super().__init__()
        self.deps = list(deps)
        self.we = nn.Embedding(VOCABULARY, WIDTH, sparse=True)
        self.pe = nn.Embedding(POSITIONS, WIDTH)
        self.te = nn.Parameter(torch.zeros(WIDTH))
        self.se = nn.Embedding(SHAPE_ROWS, WIDTH)
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.L = nn.ModuleList([Layer() for _ in range(layers)])
        self.mix = nn.Parameter(torch.zeros(3, layers))
        self.pos = nn.Linear(WIDTH, len(UPOS))
        self.ner = nn.Linear(WIDTH, len(NAME_TAGS))
        self.ad, self.ah = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.aU = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rd, self.rh = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.rU = nn.Parameter(torch.zeros(len(self.deps), RELATION + 1, RELATION + 1))
        nn.init.zeros_(self.se.weight)
        nn.init.normal_(self.aU, std=0.02)
        nn.init.normal_(self.rU, std=0.02)
        with torch.no_grad():
            self.mix[:, -1] = 1

    def load_base(self, path: Path) -> None:
        """Takes the encoder's weights from a BERT-like model.safetensors (all-MiniLM-L6-v2)."""
        weights = load_file(path)
        with torch.no_grad():
            self.we.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.pe.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.te.copy_(weights["embeddings.token_type_embeddings.weight"][0])
            self.ln.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.ln.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.L):
                base = f"encoder.layer.{number}"
                for part in ("weight", "bias"):
                    inputs = [weights[f"{base}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(inputs))
                    for module, name in (
                        (layer.o, "attention.output.dense"), (layer.l1, "attention.output.LayerNorm"), (layer.i, "intermediate.dense"),
                        (layer.d, "output.dense"), (layer.l2, "output.LayerNorm"),
                    ):
                        getattr(module, part).copy_(weights[f"{base}.{name}.{part}"])

    def encode(self, batch: Batch) -> list[Tensor]:
        """The hidden states after each layer."""
        x = self.we(batch.pieces) + self.pe.weight[: batch.pieces.shape[1]] + self.te + self.se(batch.shapes)
        x = F.dropout(self.ln(x), DROPOUT, self.training)
        mask = torch.zeros(batch.piece_mask.shape).masked_fill(~batch.piece_mask, -1e4)[:, None, None, :]
        states = []
        for layer in self.L:
            x = layer(x, mask)
            states.append(x)
        return states

    def words(self, states: list[Tensor], task: int, batch: Batch) -> Tensor:
        """The word vectors of a task, the root's first."""
        weights = torch.softmax(self.mix[task].float() * 4, 0)
        x = sum(weight * state.float() for weight, state in zip(weights, states))
        first, last = (index[..., None].expand(-1, -1, WIDTH) for index in (batch.first, batch.last))
        return F.dropout(0.5 * (x.gather(1, first) + x.gather(1, last)), DROPOUT, self.training)

    def part_of_speech(self, states: list[Tensor], batch: Batch) -> Tensor:
        return self.pos(self.words(states, PART_OF_SPEECH, batch))

    def names(self, states: list[Tensor], batch: Batch) -> Tensor:
        return self.ner(self.words(states, NAMES, batch))

    def syntax(self, states: list[Tensor], batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores (batch x dependent x head), and the two sides that `relations` takes."""
        y = self.words(states, SYNTAX, batch)

        def side(linear: nn.Linear) -> Tensor:
            return F.dropout(F.gelu(linear(y)), SYNTAX_DROPOUT, self.training)

        arc_dependent, arc_head, dependent, head = side(self.ad), side(self.ah), side(self.rd), side(self.rh)
        one = torch.ones_like(arc_dependent[..., :1])
        arcs = torch.cat([arc_dependent, one], -1) @ self.aU.to(arc_dependent.dtype) @ arc_head.transpose(1, 2)
        return arcs, torch.cat([dependent, one], -1), torch.cat([head, one], -1)

    def relations(self, dependent: Tensor, head: Tensor, heads: Tensor) -> Tensor:
        """Scores of each label for the arcs to `heads` (batch x words, 0 for the root)."""
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        products = torch.einsum("bwi,rij->bwrj", dependent, self.rU.to(dependent.dtype))
        return (products * chosen[:, :, None, :]).sum(-1)
