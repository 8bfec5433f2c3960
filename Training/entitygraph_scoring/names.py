"""Scores of names: exact spans of the right type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .alignment import f1
from .treebank import Treebank, visible

# The corpora call a facility a location; where they tell them apart, the program still has to find the span.
PLACES = {"FAC": "LOC"}
Span = tuple[int, int, str]


def spans(tags: Sequence[str]) -> set[Span]:
    """The names of a BIO sequence: first word, word after the last, type."""
    found: set[Span] = set()
    start, kind = None, ""
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != kind):
            found.add((start, index, PLACES.get(kind, kind)))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = index, tag[2:]
    return found


def found_names(bank: Treebank) -> set[Span]:
    """The names in a treebank's MISC column (`Name=B-PER`), as spans of characters that are no white space."""
    return {
        (bank.words[first].left, bank.words[end - 1].right, kind) for first, end, kind in spans([word.name for word in bank.words])
    }


def gold_names(documents: Iterable[Sequence[tuple[Sequence[str], Sequence[str]]]]) -> tuple[set[Span], str]:
    """The names of documents (sentences of words and tags) as such spans, and the characters that they count."""
    result: set[Span] = set()
    pieces: list[str] = []
    position = 0
    for sentences in documents:
        for words, tags in sentences:
            starts = []
            for word in words:
                flat = visible(word)
                starts.append((position, position + len(flat)))
                pieces.append(flat)
                position += len(flat)
            result |= {(starts[first][0], starts[end - 1][1], kind) for first, end, kind in spans(tags)}
    return result, "".join(pieces)


def score(found: set[Span], gold: set[Span], kinds: Sequence[str]) -> dict[str, float]:
    """F1 over all of these types, and of each, in percent."""
    right, own, true = Counter(s[2] for s in found & gold), Counter(s[2] for s in found), Counter(s[2] for s in gold)

    def over(kinds: Sequence[str]) -> float:
        return f1(*(sum(count[kind] for kind in kinds) for count in (right, own, true)))

    return {"PER ORG LOC": over(("PER", "ORG", "LOC")), "all": over(kinds), **{kind: f1(right[kind], own[kind], true[kind]) for kind in kinds}}
