"""Reads CoNLL-U as the evaluation of the CoNLL 2018 shared task does: words and tokens as spans over the text without white space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

COLUMNS = 10


@dataclass
class Word:
    """A syntactic word. `start` and `end` count characters that are no white space; words of one multiword token share its span.

    `left` and `right` are the word's own part of it, as far as its letters stand there.
    """

    form: str
    lemma: str
    upos: str
    relation: str
    start: int
    end: int
    left: int
    right: int
    is_part: bool = False
    # Index of the head in the file's words, None for a root.
    head: int | None = None
    name: str = "O"


@dataclass
class Treebank:
    """What a CoNLL-U file says."""

    characters: str = ""
    words: list[Word] = field(default_factory=list)
    tokens: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)


# Marks that take no room count as white space, as the program takes them.
INVISIBLE = str.maketrans("\u200b\ufeff", "  ")


def visible(text: str) -> str:
    """Without white space."""
    return "".join(text.translate(INVISIBLE).split())


def main_relation(label: str) -> str:
    """Without its subtype."""
    return label.split(":")[0]


def sentence_rows(lines: Iterable[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The comments and the rows of each sentence."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in lines:
        line = line.rstrip("\r\n")
        if line.startswith("#"):
            comments.append(line)
        elif line:
            row = line.split("\t")
            if len(row) != COLUMNS:
                raise ValueError(f"{len(row)} columns found, {COLUMNS} expected: {line[:80]!r}")
            rows.append(row)
        elif rows:
            yield comments, rows
            comments, rows = [], []
    if rows:
        yield comments, rows


def read(lines: Iterable[str]) -> Treebank:
    """The words, tokens and sentences of a file. Raises ValueError where it is no CoNLL-U."""
    bank = Treebank()
    pieces: list[str] = []
    position = 0
    for _, rows in sentence_rows(lines):
        first, start = len(bank.words), position
        part_of = (0, 0, 0, 0)
        left = position
        heads: list[int] = []
        for row in rows:
            if "." in row[0]:
                continue
            form = visible(row[1])
            if "-" in row[0]:
                low, high = row[0].split("-")
                part_of = (int(low), int(high), position, position + len(form))
                left = position
                bank.tokens.append(part_of[2:])
                pieces.append(form)
                position += len(form)
                continue
            is_part = part_of[0] <= int(row[0]) <= part_of[1]
            if is_part:
                span = part_of[2:]
                own = (min(left, span[1]), min(left + len(form), span[1]))
                left = own[1]
            else:
                span = (position, position + len(form))
                bank.tokens.append(span)
                pieces.append(form)
                position += len(form)
                own = span
            misc = dict(field.split("=", 1) for field in row[9].split("|") if "=" in field)
            bank.words.append(Word(row[1], row[2], row[3], row[7], *span, *own, is_part=is_part, name=misc.get("Name", "O")))
            heads.append(int(row[6]) if row[6] != "_" else 0)
        for offset, head in enumerate(heads):
            if head:
                bank.words[first + offset].head = first + head - 1
        bank.sentences.append((start, position))
    bank.characters = "".join(pieces)
    return bank
