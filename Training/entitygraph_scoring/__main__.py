"""Scores the program on the public test sets: python3 -m entitygraph_scoring --binary entitygraph --data FOLDER

From gold tokens (`inspect --pretokenized`), and from the texts alone (`inspect --plain`). The folders below FOLDER are those that
Training/README.md names; what is not there is left out, and said so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from entitygraph_training import names as corpora

from . import alignment, names, plain, spacing, treebank

SYNTAX = ("tokens", "sentences", "words", "UPOS", "UAS", "LAS", "subjects and objects", "lemmas")
PLACES = ("PER", "ORG", "LOC")
Documents = list[list[tuple[list[str], list[str]]]]


class Program:
    """The program under test."""

    def __init__(self, binary: str, options: Sequence[str]) -> None:
        self.command = [binary, "inspect", "--stage", "syntax", "--format", "conllu", *options]

    def read(self, text: str, suffix: str, flag: str) -> treebank.Treebank:
        """What it sees in a file of this text. Raises RuntimeError with what it says if it fails."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"input{suffix}"
            path.write_text(text, encoding="utf-8")
            done = subprocess.run([*self.command, flag, str(path)], capture_output=True, text=True, encoding="utf-8", check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.strip() or f"{self.command[0]} failed with exit code {done.returncode}")
        return treebank.read(done.stdout.split("\n"))

    def of_tokens(self, text: str) -> treebank.Treebank:
        return self.read(text, ".conllu", "--pretokenized")

    def of_text(self, text: str) -> treebank.Treebank:
        return self.read(text, ".jsonl", "--plain")


def syntax(program: Program, lines: list[str]) -> dict[str, dict[str, float]]:
    """Scores on a treebank."""
    gold = treebank.read(lines)
    return {
        "gold tokens": alignment.score(gold, program.of_tokens(plain.without_annotation(lines))),
        "text": alignment.score(gold, program.of_text(plain.articles(lines))),
    }


def name_scores(program: Program, documents: Documents, kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    """Scores on a corpus of names, whose units are sentences or paragraphs."""
    gold, characters = names.gold_names(documents)
    texts = [json.dumps({"id": str(i), "text": "\n\n".join(spacing.written(words) for words, _ in document)}) for i, document in enumerate(documents)]
    result = {}
    for kind, bank in (
        ("gold tokens", program.of_tokens(plain.tokens([words for words, _ in document] for document in documents))),
        ("text", program.of_text("\n".join(texts) + "\n")),
    ):
        if bank.characters != characters:
            at = next((i for i, (a, b) in enumerate(zip(bank.characters, characters)) if a != b), -1)
            raise ValueError(f"the program's tokens differ from the corpus: {bank.characters[at:at + 20]!r}, not {characters[at:at + 20]!r}")
        result[kind] = names.score(names.found_names(bank), gold, kinds)
    return result


def newswire(data: Path) -> Documents:
    """Every tenth file, from the first."""
    documents = []
    for index, path in enumerate(sorted((data / "names-world-newswire" / "processed_annotated").glob("*.tsv"))):
        if index % 10 == 0:
            sentences = corpora.read_columns(path, 0, 1, corpora.WORLD_NEWSWIRE, "full")
            documents.append([(s.words, s.tags) for s in sentences if len(s.words) > 1])
    return documents


def separate(sentences: Sequence) -> Documents:
    """Sentences that know no document, each on its own."""
    return [[(s.words, s.tags)] for s in sentences]


def tables(program: Program, data: Path, only: str) -> Iterator[tuple[str, dict[str, dict[str, float]], Sequence[str]]]:
    """Title, scores and columns of each test set that is there and has `only` in its title."""

    def treebank_of(path: str, document: str = "") -> Callable[[], dict[str, dict[str, float]]]:
        return lambda: syntax(program, plain.select(data / path, document))

    def names_of(documents: Callable[[], Documents], kinds: Sequence[str]) -> Callable[[], dict[str, dict[str, float]]]:
        return lambda: name_scores(program, documents(), kinds)

    every = (*PLACES, "NORP", "DATE", "MONEY", "MISC")
    ewt, gum = "ud-english-ewt/en_ewt-ud-test.conllu", "ud-english-gum/en_gum-ud-test.conllu"
    for title, place, work, columns in (
        ("EWT test", ewt, treebank_of(ewt), SYNTAX),
        ("GUM test", gum, treebank_of(gum), SYNTAX),
        ("GUM test, news", gum, treebank_of(gum, "GUM_news"), SYNTAX),
        ("names, world newswire test", "names-world-newswire", names_of(lambda: newswire(data), every), ("PER ORG LOC", "all", *every)),
        ("names, CrossNER politics test", "names-crossner-politics", names_of(lambda: separate(corpora.politics(data, "test")), PLACES),
         ("PER ORG LOC", *PLACES)),
        ("names, Universal NER EWT test", "names-uner-ewt", names_of(lambda: separate(corpora.universal(data, "test")), PLACES),
         ("PER ORG LOC", *PLACES)),
    ):
        if only not in title:
            continue
        if (data / place).exists():
            yield title, work(), columns
        else:
            print(f"score: {data / place} is not there: {title} left out", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the program")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--model", help="another language model than the program's own")
    parser.add_argument("--only", default="", help="only test sets with this in their title")
    parser.add_argument("--json", type=Path, help="also write the scores there")
    arguments = parser.parse_args()
    program = Program(arguments.binary, ["--model", arguments.model] if arguments.model else [])
    everything = {}
    for title, scores, columns in tables(program, arguments.data, arguments.only):
        everything[title] = scores
        print(f"\n{title}\n{'':14}" + "".join(f"{column:>{max(9, len(column) + 2)}}" for column in columns))
        for row, values in scores.items():
            print(f"  {row:12}" + "".join(f"{values[column]:>{max(9, len(column) + 2)}.2f}" for column in columns), flush=True)
    if not everything:
        print(f"score: no test set found below {arguments.data}", file=sys.stderr)
        return 1
    if arguments.json:
        arguments.json.write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
