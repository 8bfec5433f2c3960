"""The table by which the Swift engine normalizes characters as the tokenizer of the base model does.

It is made by asking that tokenizer about every Unicode scalar, so that engine and training cannot differ. ASCII is
left out where a scalar stands for itself.
"""

from __future__ import annotations

import numpy as np
from tokenizers import Tokenizer

REMOVED, SPACE, PUNCTUATION, IDEOGRAPH, LETTER, HANGUL = range(6)
HANGUL_FIRST, HANGUL_LAST = 0xAC00, 0xD7A3


def character_table(tokenizer: Tokenizer) -> tuple[np.ndarray, np.ndarray]:
    """Rows (first scalar, last scalar, kind, replacement) in order, and the scalars that replacements point to.

    A replacement is `start * 16 + count` in the second array, or 0 where the scalar stays as it is. Scalars in no row
    are letters that stay as they are. Hangul syllables are one row: their parts follow from their number.
    """
    rows: list[list[int]] = []
    scalars: list[int] = []
    normalizer, splitter = tokenizer.normalizer, tokenizer.pre_tokenizer
    for code in range(0x110000):
        if 0xD800 <= code <= 0xDFFF:
            continue
        character = chr(code)
        text = normalizer.normalize_str(character)
        core = text.strip(" ")
        if HANGUL_FIRST <= code <= HANGUL_LAST:
            kind = HANGUL
        elif text == "":
            kind = REMOVED
        elif core == "":
            kind = SPACE
        elif text == f" {core} ":
            kind = IDEOGRAPH
        elif len(splitter.pre_tokenize_str(f"a{core}b")) == 3:
            kind = PUNCTUATION
        else:
            kind = LETTER
        replacement = 0
        if kind in (PUNCTUATION, IDEOGRAPH, LETTER) and core != character:
            replacement = len(scalars) * 16 + len(core)
            scalars.extend(ord(c) for c in core)
        if kind == LETTER and replacement == 0:
            continue
        if rows and replacement == 0 and rows[-1][1:] == [code - 1, kind, 0]:
            rows[-1][1] = code
        else:
            rows.append([code, code, kind, replacement])
    return np.array(rows, dtype=np.uint32), np.array(scalars, dtype=np.uint32)
