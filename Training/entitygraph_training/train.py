"""Fine-tunes the base model on all tasks at once: python3 -m entitygraph_training.train --help

Three stages. The first sees all corpora; the others leave out those with few of our name types (Universal NER's training
part, Few-NERD), because what they do not mark pulls the other types down. The third takes the development parts too, varies
the sentences (see augmentation.py) and keeps the running average of the weights; with --start it can go on from an earlier
model. Syntax and names alternate in random batches over one shared encoder. Where a corpus does not mark a type, the loss
sums over the tags that its labels may stand for.
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
from .augmentation import hide_pieces, varied
from .conllu import Sentence, read_conllu
from .evaluate import evaluate, load
from .labels import NAME_TAGS, UPOS
from .network import Batch, Network, make_batch
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
    partly_labelled: bool = False
    development_parts: bool = False
    varies: bool = False
    averages: bool = False


FIRST, SECOND = Stage(4, 1.5e-4, 1e-3, partly_labelled=True), Stage(2, 1.5e-4, 4e-4)
THIRD = Stage(10, 1.2e-4, 5e-4, development_parts=True, varies=True, averages=True)

# The running average takes in the weights every so many steps, and keeps so much of itself each time.
AVERAGE_EVERY, AVERAGE_KEEPS = 5, 0.993


def syntax_corpora(data: Path, development_parts: bool = False) -> list[Sentence]:
    parts = ("train", "dev") if development_parts else ("train",)
    corpora = (("ud-english-ewt", "en_ewt"), ("ud-english-gum", "en_gum"))
    return [s for folder, name in corpora for part in parts for s in read_conllu(data / folder / f"{name}-ud-{part}.conllu")]


def name_corpora(data: Path, stage: Stage) -> list[Sentence]:
    newswire = names.world_newswire(data)
    sentences = newswire["train"] + names.universal(data, "dev") + names.politics(data, "train") + names.politics(data, "dev")
    if stage.development_parts:
        sentences += newswire["dev"]
    if stage.partly_labelled:
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

    def __init__(self, network: Network, tokenizer: WordTokenizer, hides_pieces: bool) -> None:
        self.network, self.tokenizer, self.hides_pieces = network, tokenizer, hides_pieces
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

    def batch(self, sentences: Sequence[Sentence]) -> Batch:
        batch = make_batch(self.tokenizer, [s.words for s in sentences])
        if self.hides_pieces:
            hide_pieces(batch)
        return batch

    def syntax(self, sentences: Sequence[Sentence]) -> Tensor:
        batch = self.batch(sentences)
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
        batch = self.batch(sentences)
        logits = self.network.names(self.network.encode(batch), batch).float()
        masks = torch.zeros(*batch.word_mask.shape, len(NAME_TAGS))
        for row, sentence in enumerate(sentences):
            labels = torch.tensor([self.tag[tag] for tag in sentence.tags])
            masks[row, 1 : len(sentence.words) + 1] = self.masks[sentence.scheme][labels]
        logits, masks = logits[batch.word_mask], masks[batch.word_mask]
        return (torch.logsumexp(logits, -1) - torch.logsumexp(logits + masks, -1)).mean()


class RunningAverage:
    """The exponential average of a network's weights over its last steps."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.weights = {name: value.detach().clone() for name, value in network.state_dict().items()}
        self.count = 0

    @torch.no_grad()
    def take(self) -> None:
        self.count += 1
        keeps = min(AVERAGE_KEEPS, self.count / (self.count + 10))
        for name, value in self.network.state_dict().items():
            self.weights[name].lerp_(value, 1 - keeps)

    def put(self) -> None:
        self.network.load_state_dict(self.weights)


def train(
    network: Network, tokenizer: WordTokenizer, syntax: Sequence[Sentence], named: Sequence[Sentence], stage: Stage, seed: int,
    most_steps: int | None = None, most_minutes: float | None = None,
) -> None:
    """One stage, in place. The rates fall with the share of the steps, or of the minutes, that are over."""
    chance = random.Random(seed)
    losses = Losses(network, tokenizer, hides_pieces=stage.varies)

    def epoch() -> list[tuple[str, list[Sentence]]]:
        own = [[varied(s, chance) for s in part] if stage.varies else part for part in (syntax, named)]
        mixed = [("syntax", b) for b in batches(own[0], tokenizer, SYNTAX_BATCH, chance)]
        mixed += [("names", b) for b in batches(own[1], tokenizer, NAME_BATCH, chance)]
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
    average = RunningAverage(network) if stage.averages else None
    started, queue, recent = time.time(), [], {"syntax": [], "names": []}
    for step in range(steps):
        done = step / steps
        if most_minutes is not None:
            done = max(done, (time.time() - started) / (60 * most_minutes))
            if done >= 1:
                break
        queue = queue or epoch()
        kind, sentences = queue.pop()
        factor = min(1, (step + 1) / WARM_UP_STEPS) * max(LEAST_RATE, 1 - done)
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
        if average is not None and (step + 1) % AVERAGE_EVERY == 0:
            average.take()
        recent[kind] = [*recent[kind][-39:], loss.item()]
        if (step + 1) % 50 == 0 or step + 1 == steps:
            means = {name: round(sum(values) / max(1, len(values)), 3) for name, values in recent.items()}
            print(f"step {step + 1} of {steps}, {time.time() - started:.0f} s, loss {means}", flush=True)
    if average is not None:
        average.put()
    network.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora (see README.md)")
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json of the base model")
    parser.add_argument("--out", type=Path, required=True, help="folder for weights.safetensors, labels.json, scores.json")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=Path, help="folder with weights.safetensors and labels.json: only the third stage, from there")
    parser.add_argument("--most-minutes", type=float, help="bound each stage by time; its rates fall accordingly")
    parser.add_argument("--most-steps", type=int, help="stop each stage after so many steps (to try the code)")
    parser.add_argument("--no-evaluation", action="store_true")
    arguments = parser.parse_args()

    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    tokenizer = WordTokenizer(arguments.base / "tokenizer.json")
    if arguments.start:
        network, stages = load(arguments.start / "weights.safetensors", arguments.start / "labels.json"), [THIRD]
    else:
        network = Network(sorted({label for sentence in syntax_corpora(arguments.data) for label in sentence.relations}))
        network.load_base(arguments.base / "model.safetensors")
        stages = [FIRST, SECOND, THIRD]
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "labels.json").write_text(json.dumps({"deps": network.deps, "upos": UPOS, "ner": NAME_TAGS}))

    for stage in stages:
        known = set(network.deps)
        syntax = [s for s in syntax_corpora(arguments.data, stage.development_parts) if known.issuperset(s.relations)]
        syntax = fitting(syntax, tokenizer)
        named = fitting(name_corpora(arguments.data, stage), tokenizer)
        print(f"{stage}: {len(syntax)} sentences with syntax, {len(named)} with names", flush=True)
        train(network, tokenizer, syntax, named, stage, arguments.seed, arguments.most_steps, arguments.most_minutes)
        half = {name: value.half().contiguous() for name, value in network.state_dict().items()}
        save_file(half, arguments.out / "weights.safetensors")
    if not arguments.no_evaluation:
        scores = evaluate(network, tokenizer, arguments.data)
        (arguments.out / "scores.json").write_text(json.dumps(scores, indent=1))
        print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
