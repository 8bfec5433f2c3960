"""Sentences as other newsrooms type them: all capitals, headline capitals, no capitals, typographic quotes; and pieces hidden.

The labels stay. The base model is uncased, so a change of case changes the case shapes only: it teaches the network to read
headlines by their words.
"""

from __future__ import annotations

import random
from dataclasses import replace

import torch

from .conllu import Sentence
from .network import Batch
from .tokenizer import BOUNDARY

# Shares of the sentences.
ALL_CAPITALS, HEADLINE_CAPITALS, NO_CAPITALS, TYPOGRAPHIC = 0.04, 0.05, 0.02, 0.4
# Share of the word pieces hidden behind the base model's mask, their case shapes kept.
HIDDEN = 0.04
MASK = 103
# What headline style leaves small.
SMALL_WORDS = set("a an and as at but by for from in of on or over the to with".split())


def varied(sentence: Sentence, chance: random.Random) -> Sentence:
    """The sentence, or one of its variants."""
    words = sentence.words
    if chance.random() < TYPOGRAPHIC:
        words = typographic(words)
    draw = chance.random()
    if draw < ALL_CAPITALS:
        words = [word.upper() for word in words]
    elif draw < ALL_CAPITALS + HEADLINE_CAPITALS:
        words = [word if word in SMALL_WORDS and index else word[:1].upper() + word[1:] for index, word in enumerate(words)]
    elif draw < ALL_CAPITALS + HEADLINE_CAPITALS + NO_CAPITALS:
        words = [word.lower() for word in words]
    return sentence if words is sentence.words else replace(sentence, words=words)


def typographic(words: list[str]) -> list[str]:
    """Straight quotes as typographic ones; double quotes open and close by turns."""
    result, is_open = [], False
    for word in words:
        if word == '"':
            result.append("”" if is_open else "“")
            is_open = not is_open
        else:
            result.append(word.replace("'", "’"))
    return result


def hide_pieces(batch: Batch) -> None:
    """Puts the mask over some of the pieces, in place."""
    hidden = (torch.rand(batch.pieces.shape) < HIDDEN) & batch.piece_mask & (batch.shapes != BOUNDARY)
    batch.pieces[hidden] = MASK
