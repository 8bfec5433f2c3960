"""Scores one treebank file against another that may have other tokens and sentences.

The measures are those of the CoNLL 2018 shared task (universaldependencies.org/conll18/evaluation.html): tokens and sentences count as
found where their spans agree; words are aligned by their spans, within multiword tokens by the longest common subsequence of their forms.
"""

from __future__ import annotations

from .treebank import Treebank, Word, main_relation


def f1(right: int, found: int, gold: int) -> float:
    """In percent."""
    return 200 * right / (found + gold) if found + gold else 0.0


def _span_f1(found: list[tuple[int, int]], gold: list[tuple[int, int]]) -> float:
    return f1(len(set(found) & set(gold)), len(found), len(gold))


def _common_subsequence(gold: list[Word], found: list[Word]) -> list[tuple[int, int]]:
    """Pairs of indices of a longest common subsequence of the forms."""
    rows, columns = len(gold), len(found)
    length = [[0] * (columns + 1) for _ in range(rows + 1)]
    for g in reversed(range(rows)):
        for f in reversed(range(columns)):
            same = gold[g].form.lower() == found[f].form.lower()
            length[g][f] = 1 + length[g + 1][f + 1] if same else max(length[g + 1][f], length[g][f + 1])
    pairs, g, f = [], 0, 0
    while g < rows and f < columns:
        if gold[g].form.lower() == found[f].form.lower():
            pairs.append((g, f))
            g, f = g + 1, f + 1
        elif length[g + 1][f] >= length[g][f + 1]:
            g += 1
        else:
            f += 1
    return pairs


def align(gold: Treebank, found: Treebank) -> dict[int, int]:
    """For each gold word that has a counterpart, its index among the words found."""
    result: dict[int, int] = {}
    g = f = 0
    while g < len(gold.words) and f < len(found.words):
        one, other = gold.words[g], found.words[f]
        if not one.is_part and not other.is_part:
            if (one.start, one.end) == (other.start, other.end):
                result[g] = f
                g, f = g + 1, f + 1
            elif one.start <= other.start:
                g += 1
            else:
                f += 1
            continue
        # The smallest stretch of text that holds whole multiword tokens of both sides.
        if one.is_part and other.end <= one.start:
            f += 1
            continue
        if other.is_part and one.end <= other.start:
            g += 1
            continue
        end = max(w.end for w in (one, other) if w.is_part)
        start = min(w.start for w in (one, other) if w.is_part)
        if not one.is_part and one.start < start or not other.is_part and other.start < start:
            start = min(one.start, other.start)
        first_g, first_f = g, f
        grown = True
        while grown:
            grown = False
            while g < len(gold.words) and gold.words[g].start < end:
                if gold.words[g].is_part and gold.words[g].end > end:
                    end, grown = gold.words[g].end, True
                g += 1
            while f < len(found.words) and found.words[f].start < end:
                if found.words[f].is_part and found.words[f].end > end:
                    end, grown = found.words[f].end, True
                f += 1
        for a, b in _common_subsequence(gold.words[first_g:g], found.words[first_f:f]):
            result[first_g + a] = first_f + b
    return result


def core_arguments(bank: Treebank) -> set[tuple[int, int, str]]:
    """Subjects and objects of verbs: (word, head, relation)."""
    result = set()
    for index, word in enumerate(bank.words):
        relation = main_relation(word.relation)
        if relation in ("nsubj", "obj") and word.head is not None and bank.words[word.head].upos == "VERB":
            result.add((index, word.head, relation))
    return result


def score(gold: Treebank, found: Treebank) -> dict[str, float]:
    """F1 in percent of tokens, sentences, words, tags, trees and lemmas. Raises ValueError if the texts differ."""
    if gold.characters != found.characters:
        at = next((i for i, (a, b) in enumerate(zip(gold.characters, found.characters)) if a != b), -1)
        raise ValueError(f"the texts differ at character {at}: {gold.characters[at:at + 30]!r} and {found.characters[at:at + 30]!r}")
    pairs = align(gold, found)
    counts = dict.fromkeys(("UPOS", "UAS", "LAS", "lemmas"), 0)
    for g, f in pairs.items():
        one, other = gold.words[g], found.words[f]
        counts["UPOS"] += one.upos == other.upos
        counts["lemmas"] += one.lemma in ("_", other.lemma)
        # Two roots, or two heads that are counterparts.
        head = pairs.get(one.head) == other.head if one.head is not None and other.head is not None else one.head is other.head
        counts["UAS"] += head
        counts["LAS"] += head and main_relation(one.relation) == main_relation(other.relation)
    arguments = core_arguments(gold)
    carried = {(pairs.get(word), pairs.get(head), relation) for word, head, relation in arguments}
    own = core_arguments(found)
    size = (len(found.words), len(gold.words))
    return {
        "tokens": _span_f1(found.tokens, gold.tokens), "sentences": _span_f1(found.sentences, gold.sentences), "words": f1(len(pairs), *size),
        **{name: f1(count, *size) for name, count in counts.items()},
        "subjects and objects": f1(len(carried & own), len(own), len(arguments)),
    }
