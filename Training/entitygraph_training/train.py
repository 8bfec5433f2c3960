"""Fine-tunes the base model on all tasks at once: python3 -m entitygraph_training.train --help

Two stages. The first sees all corpora; the second leaves out those with few of our name types (Universal NER's training
part, Few-NERD), because what they do not mark pulls the other types down. Syntax and names alternate in random batches
over one shared encoder. Where a corpus does not mark a type, the loss sums over the tags that its labels may stand for.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import Tensor

from . import names
from .conllu import Sentence, read_conllu
from .evaluate import evaluate
from .labels import NAME_TAGS, UPOS
from .network import Network, make_batch
from .tokenizer import WordTokenizer

# Longer sentences are left out (syntax) or cut (names): they would waste padding.
MAXIMUM_PIECES = 110
CUT_WORDS = 60
SYNTAX_BATCH, NAME_BATCH = 1600, 1800
WARM_UP_STEPS = 120
LEAST_RATE = 0.02


@dataclass(frozen=True)
class Stage:
    """One run over the data; rates are the highest, after the warm-up."""

    epochs: float
    encoder_rate: float
    head_rate: float


FIRST, SECOND = Stage(4, 1.5e-4, 1e-3), Stage(2, 1.5e-4, 4e-4)


def syntax_corpora(data: Path) -> list[Sentence]:
    return read_conllu(data / "ud-english-ewt" / "en_ewt-ud-train.conllu") + read_conllu(data / "ud-english-gum" / "en_gum-ud-train.conllu")


def name_corpora(data: Path, partly_labelled: bool) -> list[Sentence]:
    sentences = names.world_newswire(data)["train"] + names.universal(data, "dev") + names.politics(data, "train") + names.politics(data, "dev")
    if partly_labelled:
        sentences += names.universal(data, "train") + names.few_nerd(data, "dev")
    return sentences


def fitting(sentences: Sequence[Sentence], tokenizer: WordTokenizer) -> list[Sentence]:
    """Sentences short enough for training; long ones with names only are cut."""
    result = []
    for sentence in sentences:
        if tokenizer.piece_count(sentence.words) <= MAXIMUM_PIECES:
            result.append(sentence)
        elif sentence.tags:
            parts = [sentence.cut(start, start + CUT_WORDS) for start in range(0, len(sentence.words), CUT_WORDS)]
            result += [part for part in parts if tokenizer.piece_count(part.words) <= 2 * MAXIMUM_PIECES]
    return result


def batches(sentences: Sequence[Sentence], tokenizer: WordTokenizer, budget: int, chance: random.Random) -> list[list[Sentence]]:
    """Sentences of like length, at most `budget` pieces a batch with the padding."""
    lengths = {id(s): tokenizer.piece_count(s.words) for s in sentences}
    result, batch, longest = [], [], 0
    for sentence in sorted(sentences, key=lambda s: lengths[id(s)] + chance.random() * 4):
        length = max(longest, lengths[id(sentence)])
        if batch and length * (len(batch) + 1) > budget:
            result.append(batch)
            batch, length = [], lengths[id(sentence)]
        batch.append(sentence)
        longest = length
    return [*result, batch] if batch else result


class Losses:
    """The losses of the two kinds of batches."""

    def __init__(self, network: Network, tokenizer: WordTokenizer) -> None:
        self.network, self.tokenizer = network, tokenizer
        self.relation = {label: index for index, label in enumerate(network.deps)}
        self.upos = {label: index for index, label in enumerate(UPOS)}
        self.tag = {label: index for index, label in enumerate(NAME_TAGS)}
        # For each scheme, label x tag: 0 where the label may stand for the tag, else far below.
        self.masks = {}
        for scheme, labels in names.ALLOWED.items():
            mask = torch.full((len(NAME_TAGS), len(NAME_TAGS)), -1e4)
            for label, tags in labels.items():
                mask[self.tag[label], [self.tag[tag] for tag in tags]] = 0
            self.masks[scheme] = mask

    def syntax(self, sentences: Sequence[Sentence]) -> Tensor:
        batch = make_batch(self.tokenizer, [s.words for s in sentences])
        states = self.network.encode(batch)
        upos = self.network.part_of_speech(states, batch)
        arcs, dependent, head = self.network.syntax(states, batch)
        gold_upos, gold_heads, gold_relations = (torch.zeros(batch.word_mask.shape, dtype=torch.long) for _ in range(3))
        for row, sentence in enumerate(sentences):
            end = len(sentence.words) + 1
            gold_upos[row, 1:end] = torch.tensor([self.upos[label] for label in sentence.upos])
            gold_heads[row, 1:end] = torch.tensor(sentence.heads)
            gold_relations[row, 1:end] = torch.tensor([self.relation[label] for label in sentence.relations])
        words = batch.word_mask
        arcs = arcs.float().masked_fill(~batch.head_mask[:, None, :], -1e4)
        relations = self.network.relations(dependent, head, gold_heads).float()
        return (
            F.cross_entropy(upos.float()[words], gold_upos[words])
            + F.cross_entropy(arcs[words], gold_heads[words])
            + F.cross_entropy(relations[words], gold_relations[words])
        )

    def names(self, sentences: Sequence[Sentence]) -> Tensor:
        batch = make_batch(self.tokenizer, [s.words for s in sentences])
        logits = self.network.names(self.network.encode(batch), batch).float()
        masks = torch.zeros(*batch.word_mask.shape, len(NAME_TAGS))
        for row, sentence in enumerate(sentences):
            labels = torch.tensor([self.tag[tag] for tag in sentence.tags])
            masks[row, 1 : len(sentence.words) + 1] = self.masks[sentence.scheme][labels]
        logits, masks = logits[batch.word_mask], masks[batch.word_mask]
        return (torch.logsumexp(logits, -1) - torch.logsumexp(logits + masks, -1)).mean()


def train(
    network: Network, tokenizer: WordTokenizer, syntax: Sequence[Sentence], named: Sequence[Sentence], stage: Stage, seed: int,
    most_steps: int | None = None,
) -> None:
    """One stage, in place."""
    chance = random.Random(seed)
    losses = Losses(network, tokenizer)

    def epoch() -> list[tuple[str, list[Sentence]]]:
        mixed = [("syntax", b) for b in batches(syntax, tokenizer, SYNTAX_BATCH, chance)]
        mixed += [("names", b) for b in batches(named, tokenizer, NAME_BATCH, chance)]
        chance.shuffle(mixed)
        return mixed

    steps = round(stage.epochs * len(epoch()))
    if most_steps is not None:
        steps = min(steps, most_steps)
    encoder = [p for name, p in network.named_parameters() if name.startswith(("L.", "pe", "ln", "te"))]
    own = {id(p) for p in encoder} | {id(network.we.weight)}
    heads = [p for p in network.parameters() if id(p) not in own]
    groups = [{"params": encoder, "lr": stage.encoder_rate}, {"params": heads, "lr": stage.head_rate}]
    dense = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    sparse = torch.optim.SparseAdam([network.we.weight], lr=stage.encoder_rate)
    optimizers = [dense, sparse]
    for group in dense.param_groups + sparse.param_groups:
        group["highest"] = group["lr"]

    network.train()
    started, queue, recent = time.time(), [], {"syntax": [], "names": []}
    for step in range(steps):
        queue = queue or epoch()
        kind, sentences = queue.pop()
        factor = min(1, (step + 1) / WARM_UP_STEPS) * max(LEAST_RATE, 1 - step / steps)
        for optimizer in optimizers:
            optimizer.zero_grad(set_to_none=True)
            for group in optimizer.param_groups:
                group["lr"] = group["highest"] * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = losses.syntax(sentences) if kind == "syntax" else losses.names(sentences)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0)
        for optimizer in optimizers:
            optimizer.step()
        recent[kind] = [*recent[kind][-39:], loss.item()]
        if (step + 1) % 50 == 0 or step + 1 == steps:
            means = {name: round(sum(values) / max(1, len(values)), 3) for name, values in recent.items()}
            print(f"step {step + 1} of {steps}, {time.time() - started:.0f} s, loss {means}", flush=True)
    network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora (see README.md)")
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json of the base model")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights.safetensors, labels.json, scores.json")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-steps", type=int, help="stop each stage after so many steps (to try the code)")
    parser.add_argument("--no-evaluation", action="store_true")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    tokenizer = WordTokenizer(arguments.base / "tokenizer.json")
    syntax = syntax_corpora(arguments.data)
    relations = sorted({label for sentence in syntax for label in sentence.relations})
    network = Network(relations)
    network.load_base(arguments.base / "model.safetensors")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "labels.json").write_text(json.dumps({"deps": relations, "upos": UPOS, "ner": NAME_TAGS}))

    syntax = fitting(syntax, tokenizer)
    for number, stage in enumerate((FIRST, SECOND)):
        named = fitting(name_corpora(arguments.data, partly_labelled=number == 0), tokenizer)
        print(f"stage {number + 1}: {len(syntax)} sentences with syntax, {len(named)} with names", flush=True)
        train(network, tokenizer, syntax, named, stage, arguments.seed + number, arguments.most_steps)
        half = {name: value.half().contiguous() for name, value in network.state_dict().items()}
        save_file(half, arguments.out / "weights.safetensors")
    if not arguments.no_evaluation:
        scores = evaluate(network, tokenizer, arguments.data)
        (arguments.out / "scores.json").write_text(json.dumps(scores, indent=1))
        print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
