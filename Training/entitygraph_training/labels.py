"""The label sets of the heads, in their order."""

from __future__ import annotations

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()

NAME_TYPES = "PER ORG LOC FAC NORP DATE MONEY MISC".split()
NAME_TAGS = ["O"] + [prefix + kind for kind in NAME_TYPES for prefix in ("B-", "I-")]

# Subtypes of UD relations that the model tells apart; all others are cut to their main type.
KEPT_SUBTYPES = {
    "nsubj:pass", "aux:pass", "nmod:poss", "obl:agent", "acl:relcl", "nmod:unmarked", "obl:unmarked", "compound:prt", "csubj:pass",
}


def main_relation(label: str) -> str:
    """The relation as the model knows it."""
    return label if label in KEPT_SUBTYPES else label.split(":")[0]
