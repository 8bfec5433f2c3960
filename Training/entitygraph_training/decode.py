"""From scores to analyses: the best tree with one root, and the best valid tag sequence."""

from __future__ import annotations

import numpy as np

from .labels import NAME_TAGS

IMPOSSIBLE = -1e9


def _follows(before: str, tag: str) -> bool:
    return tag[0] != "I" or (before != "O" and before[2:] == tag[2:])


TRANSITIONS = np.array([[0.0 if _follows(before, tag) else IMPOSSIBLE for tag in NAME_TAGS] for before in NAME_TAGS])
STARTS = np.array([IMPOSSIBLE if tag[0] == "I" else 0.0 for tag in NAME_TAGS])


def best_tags(scores: np.ndarray) -> list[str]:
    """The tag sequence with the highest sum of scores (words x tags) in which I only follows its own type (Viterbi)."""
    total, origins = scores[0] + STARTS, []
    for row in scores[1:]:
        paths = total[:, None] + TRANSITIONS
        origin = paths.argmax(0)
        origins.append(origin)
        total = paths[origin, np.arange(len(NAME_TAGS))] + row
    sequence = [int(total.argmax())]
    for origin in reversed(origins):
        sequence.append(int(origin[sequence[-1]]))
    return [NAME_TAGS[tag] for tag in reversed(sequence)]


def best_heads(arcs: np.ndarray) -> list[int]:
    """The heads of the best tree with one root; `arcs` is (words + 1) x (words + 1), dependent x head, 0 the root."""
    scores = arcs.astype(np.float64).copy()
    # A price on arcs from the root that no other choice can outweigh leaves one of them (Zmigrod et al. 2020).
    scores[:, 0] -= (scores.max() - scores.min() + 1) * len(scores)
    np.fill_diagonal(scores, -np.inf)
    return _arborescence(scores)[1:].tolist()


def _cycle(heads: np.ndarray) -> list[int]:
    state = np.zeros(len(heads), dtype=int)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1:
            return path[path.index(node) :]
        state[path] = 2
    return []


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """Chu-Liu-Edmonds: take each word's best head; as long as that makes a cycle, shrink it to one node and solve the rest."""
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = [node for node in range(len(scores)) if node not in set(cycle)]
    lost = scores[cycle, heads[cycle]]
    # The last node of the smaller problem is the cycle: entering it at a node replaces that node's head.
    into = scores[np.ix_(cycle, rest)] - lost[:, None]
    out = scores[np.ix_(rest, cycle)]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1], small[:-1, -1] = into.max(0), out.max(1)
    solved = _arborescence(small)
    for index, node in enumerate(rest[1:], start=1):
        head = solved[index]
        heads[node] = cycle[int(out[index].argmax())] if head == len(rest) else rest[head]
    entry = solved[-1]
    heads[cycle[int(into[:, entry].argmax())]] = rest[entry]
    return heads
