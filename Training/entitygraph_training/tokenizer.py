"""Word pieces with case shapes: what the network reads of each word."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

START, END, UNKNOWN = 101, 102, 100
MAXIMUM_PIECES = 12

DIGITS, NO_LETTERS, LOWER, UPPER, UPPER_LETTER, CAPITALIZED, MIXED, BOUNDARY = range(8)
CONTINUATION = 8
SHAPE_ROWS = 16


def case_shape(text: str) -> int:
    """How the letters of a piece are cased in the original text."""
    if text.isdigit():
        return DIGITS
    if not any(character.isalpha() for character in text):
        return NO_LETTERS
    if text.islower():
        return LOWER
    if text.isupper():
        return UPPER if len(text) > 1 else UPPER_LETTER
    if text[0].isupper() and text[1:].islower():
        return CAPITALIZED
    return MIXED


@dataclass
class WordTokenizer:
    """Words to pieces, remembered. The tokenizer is the base model's, uncased."""

    path: Path
    cache: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokenizer = Tokenizer.from_file(str(self.path))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def word(self, word: str) -> tuple[list[int], list[int]]:
        """The ids of the word's pieces (1 to 12) and the rows of their shapes."""
        known = self.cache.get(word)
        if known is None:
            encoding = self.tokenizer.encode(word, add_special_tokens=False)
            ids = encoding.ids[:MAXIMUM_PIECES] or [UNKNOWN]
            spans = encoding.offsets[:MAXIMUM_PIECES] or [(0, len(word))]
            shapes = [case_shape(word[start:end]) + CONTINUATION * (index > 0) for index, (start, end) in enumerate(spans)]
            known = self.cache[word] = (ids, shapes)
        return known

    def piece_count(self, words: list[str]) -> int:
        """Rows that a sentence takes in the encoder, its two ends included."""
        return 2 + sum(len(self.word(word)[0]) for word in words)
