"""Universal Dependencies treebanks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .labels import main_relation


@dataclass
class Sentence:
    """Words, with what a corpus says of them: syntax, or name tags (BIO), or both."""

    words: list[str]
    upos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    # Which tags a label of this corpus may stand for: a key of `names.ALLOWED`.
    scheme: str = ""

    def cut(self, start: int, end: int) -> Sentence:
        """A part of a sentence that has name tags only."""
        return Sentence(self.words[start:end], tags=self.tags[start:end], scheme=self.scheme)


def read_conllu(path: Path) -> list[Sentence]:
    """The sentences of a treebank; multi-word and empty tokens are left out, masked texts (all underscores) too."""
    sentences, rows = [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line:
            rows.append(line.split("\t"))
            continue
        tokens = [row for row in rows if row[0].isdigit()]
        rows = []
        if tokens and not all(set(row[1]) == {"_"} for row in tokens):
            sentences.append(
                Sentence(
                    words=[row[1] for row in tokens],
                    upos=[row[3] for row in tokens],
                    heads=[int(row[6]) for row in tokens],
                    relations=[main_relation(row[7]) for row in tokens],
                ))
    return sentences
