"""Scores a model on the test sets: python3 -m entitygraph_training.evaluate --help"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from . import names
from .conllu import Sentence, read_conllu
from .decode import best_heads, best_tags
from .labels import NAME_TYPES, UPOS
from .network import Network, make_batch
from .quantization import QuantizedNetwork
from .tokenizer import WordTokenizer

BATCH_WORDS = 2000


def batches(sentences: Sequence[Sentence]) -> Iterator[list[int]]:
    """Indices of sentences of like length, some 2,000 words with their padding."""
    batch: list[int] = []
    for index in sorted(range(len(sentences)), key=lambda i: len(sentences[i].words)):
        if batch and (len(batch) + 1) * len(sentences[index].words) > BATCH_WORDS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


@torch.no_grad()
def score_syntax(network: Network, tokenizer: WordTokenizer, sentences: Sequence[Sentence]) -> dict[str, float]:
    """UPOS, UAS and LAS over all words; UAS without punctuation; F1 of subjects and objects of verbs. LAS ignores subtypes."""
    count = tags = heads_right = labels_right = words = heads_words = 0
    core = {"right": 0, "found": 0, "gold": 0}
    for indices in batches(sentences):
        group = [sentences[i] for i in indices]
        batch = make_batch(tokenizer, [s.words for s in group])
        states = network.encode(batch)
        upos = network.part_of_speech(states, batch).argmax(-1).numpy()
        arcs, dependent, head = network.syntax(states, batch)
        heads = np.zeros(batch.word_mask.shape, dtype=np.int64)
        for row, sentence in enumerate(group):
            size = len(sentence.words) + 1
            heads[row, 1:size] = best_heads(torch.log_softmax(arcs[row, :size, :size], -1).numpy())
        labels = network.relations(dependent, head, torch.tensor(heads)).argmax(-1).numpy()
        for row, sentence in enumerate(group):
            found, gold = set(), set()
            predicted = [UPOS[tag] for tag in upos[row, 1:]]
            for word in range(len(sentence.words)):
                own, true = int(heads[row, word + 1]), sentence.heads[word]
                label, true_label = network.deps[labels[row, word + 1]].split(":")[0], sentence.relations[word].split(":")[0]
                count += 1
                tags += predicted[word] == sentence.upos[word]
                heads_right += own == true
                labels_right += own == true and label == true_label
                if sentence.upos[word] != "PUNCT":
                    words += 1
                    heads_words += own == true
                if label in ("nsubj", "obj") and own and predicted[own - 1] == "VERB":
                    found.add((word, own, label))
                if true_label in ("nsubj", "obj") and true and sentence.upos[true - 1] == "VERB":
                    gold.add((word, true, true_label))
            core["right"] += len(found & gold)
            core["found"] += len(found)
            core["gold"] += len(gold)
    return {
        "UPOS": round(100 * tags / count, 2), "UAS": round(100 * heads_right / count, 2), "LAS": round(100 * labels_right / count, 2),
        "UAS without punctuation": round(100 * heads_words / words, 2),
        "subjects and objects F1": round(200 * core["right"] / max(1, core["found"] + core["gold"]), 2),
    }


@torch.no_grad()
def score_names(
    network: Network, tokenizer: WordTokenizer, sentences: Sequence[Sentence], kinds: Sequence[str], facilities_are_places: bool = True
) -> dict[str, float]:
    """F1 of names (span and type), over all and by type. Most corpora call a facility a location."""

    def merged(tags: list[str]) -> set[tuple[int, int, str]]:
        return {(a, b, "LOC" if kind == "FAC" and facilities_are_places else kind) for a, b, kind in names.spans(tags)}

    counts = {kind: [0, 0, 0] for kind in kinds}
    for indices in batches(sentences):
        group = [sentences[i] for i in indices]
        batch = make_batch(tokenizer, [s.words for s in group])
        scores = torch.log_softmax(network.names(network.encode(batch), batch), -1).numpy()
        for row, sentence in enumerate(group):
            found, gold = merged(best_tags(scores[row, 1 : len(sentence.words) + 1])), merged(sentence.tags)
            for kind in kinds:
                own, true = {s for s in found if s[2] == kind}, {s for s in gold if s[2] == kind}
                for slot, number in enumerate((len(own & true), len(own), len(true))):
                    counts[kind][slot] += number

    def f1(right: int, found: int, gold: int) -> float:
        return round(200 * right / max(1, found + gold), 2)

    return {"F1": f1(*(sum(c[slot] for c in counts.values()) for slot in range(3))), **{kind: f1(*c) for kind, c in counts.items()}}


def load(weights: Path, labels: Path) -> Network:
    """A trained network, ready for evaluation."""
    tensors = {name: value.float() for name, value in load_file(weights).items()}
    network = Network(json.loads(labels.read_text())["deps"], layers=tensors["mix"].shape[1])
    network.load_state_dict(tensors)
    return network.eval()


def evaluate(network: Network, tokenizer: WordTokenizer, data: Path) -> dict[str, dict[str, float]]:
    """All test sets."""
    places = ("PER", "ORG", "LOC")
    newswire = names.world_newswire(data)["test"]
    return {
        "EWT test": score_syntax(network, tokenizer, read_conllu(data / "ud-english-ewt" / "en_ewt-ud-test.conllu")),
        "GUM test": score_syntax(network, tokenizer, read_conllu(data / "ud-english-gum" / "en_gum-ud-test.conllu")),
        "world newswire test": score_names(network, tokenizer, newswire, places),
        "world newswire test, all types": score_names(network, tokenizer, newswire, NAME_TYPES, facilities_are_places=False),
        "politics test": score_names(network, tokenizer, names.politics(data, "test"), places),
        "Universal NER test": score_names(network, tokenizer, names.universal(data, "test"), places),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora (see README.md)")
    parser.add_argument("--quantized", action="store_true", help="with the engine's 8-bit arithmetic")
    arguments = parser.parse_args()
    network = load(arguments.weights, arguments.labels)
    if arguments.quantized:
        network = QuantizedNetwork.of(network)
    for name, scores in evaluate(network, WordTokenizer(arguments.tokenizer), arguments.data).items():
        print(name, scores, flush=True)


if __name__ == "__main__":
    main()
