"""Puts a corpus's separate tokens back into a text as people write it, where the corpus does not say how it was."""

from __future__ import annotations

from collections.abc import Sequence

CLOSING = set(",.;:!?)]}%”")
OPENING = set("([{$£€“#@")
CLITICS = {"s", "t", "re", "ve", "ll", "m", "d"}
APOSTROPHES = ("'", "’")


def _is_clitic(word: str) -> bool:
    return word[0] in APOSTROPHES and word[1:].lower() in CLITICS or word.lower() in ("n't", "n’t")


def written(words: Sequence[str]) -> str:
    """The words of a paragraph with spaces where English has them."""
    text = ""
    quoting = single = False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        glued = not before or text.endswith("\0")
        text = text.removesuffix("\0")
        opens = False
        if word == '"':
            opens, quoting = not quoting, not quoting
            glued = glued or not opens
        elif word in APOSTROPHES:
            after_word = bool(before) and before[-1].isalnum()
            if following.lower() in CLITICS and after_word:
                glued, opens = True, True
            elif single or after_word and before.lower().endswith("s"):
                glued, single = True, False
            else:
                opens, single = True, True
        elif word in CLOSING or _is_clitic(word):
            # "U . S ." and ". . ." are one word.
            glued = True
            opens = word == "." and len(before) == 1 and before.isupper() and len(following) == 1 and following.isupper()
        elif word[0] in OPENING and len(word) == 1:
            opens = word != "#" or following.isalnum()
        elif word in ("-", "/") and before and following:
            # A hyphen within a word rather than a dash: before a small letter or between a capital's parts.
            joins = word == "/" or following[0].islower() and before[-1].isalnum() or before.islower() and following[0].isupper()
            glued, opens = glued or joins, joins
        text += word if glued else " " + word
        if opens:
            text += "\0"
    return text.removesuffix("\0")
