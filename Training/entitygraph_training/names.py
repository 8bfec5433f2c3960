"""Corpora with names, brought to one set of tags.

Most corpora mark some of our types only. What they leave open is marginalized in the loss: `ALLOWED[scheme]` says which of
our tags a label of that corpus may stand for. `O` where a corpus does not know a type may hide a name of that type.
"""

from __future__ import annotations

from pathlib import Path

from .conllu import Sentence
from .labels import NAME_TAGS, NAME_TYPES

WORLD_NEWSWIRE = {
    "Location": "LOC", "Facility": "FAC", "Organization": "ORG", "Person": "PER", "Misc": "MISC", "Product": "MISC", "NORP": "NORP",
    "Date": "DATE", "Money": "MONEY",
}
POLITICS = {
    "politician": "PER", "person": "PER", "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC",
    "election": "MISC", "event": "MISC", "misc": "MISC",
}
FEW_NERD = {
    "person": "PER", "organization": "ORG", "location": "LOC", "building": "FAC", "art": "MISC", "event": "MISC", "product": "MISC",
}
UNIVERSAL = {name: name for name in ("PER", "ORG", "LOC", "MISC")}


def allowed(known: list[str], merged: dict[str, list[str]]) -> dict[str, list[str]]:
    """For a corpus that marks the `known` types, some of which stand for several of ours: label -> our tags."""
    result = {"O": ["O"] + [prefix + kind for kind in NAME_TYPES if kind not in known for prefix in ("B-", "I-")]}
    for kind in known:
        for prefix in ("B-", "I-"):
            result[prefix + kind] = [prefix + own for own in merged.get(kind, [kind])]
    return result


ALLOWED = {
    "full": {tag: [tag] for tag in NAME_TAGS},
    "universal": allowed(["PER", "ORG", "LOC"], {"LOC": ["LOC", "FAC"]}),
    "few-nerd": allowed(["PER", "ORG", "LOC", "FAC", "MISC"], {"LOC": ["LOC", "FAC"], "MISC": ["MISC", "NORP"]}),
    "politics": allowed(["PER", "ORG", "LOC", "MISC"], {"LOC": ["LOC", "FAC"], "MISC": ["MISC", "NORP"]}),
}


def read_columns(path: Path, word: int, tag: int, kinds: dict[str, str], scheme: str) -> list[Sentence]:
    """Sentences of a file with one token a line and its columns parted by tabs or blanks; unknown types become O."""
    sentences, words, tags = [], [], []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith(("# ", "-DOCSTART-")):
            continue
        cells = line.split("\t") if "\t" in line else line.split()
        if len(cells) > max(word, tag):
            words.append(cells[word].strip())
            tags.append(cells[tag].strip())
        elif words and not line.strip():
            sentences.append(Sentence(words, tags=valid([own_tag(tag, kinds) for tag in tags]), scheme=scheme))
            words, tags = [], []
    return sentences


def own_tag(tag: str, kinds: dict[str, str]) -> str:
    """A corpus's tag in our types. Few-NERD writes fine types as `person-politician`."""
    prefix, _, kind = tag.partition("-")
    own = kinds.get(kind) or kinds.get(kind.split("_")[0])
    return f"{prefix}-{own}" if own and prefix in ("B", "I") else "O"


def valid(tags: list[str]) -> list[str]:
    """BIO in which every name begins with B."""
    result: list[str] = []
    for tag in tags:
        before = result[-1] if result else "O"
        result.append("B-" + tag[2:] if tag[0] == "I" and (before == "O" or before[2:] != tag[2:]) else tag)
    return result


def world_newswire(data: Path) -> dict[str, list[Sentence]]:
    """The news articles: every tenth file, from the first, is the test; of each twenty one more is for development."""
    parts: dict[str, list[Sentence]] = {"train": [], "dev": [], "test": []}
    for index, path in enumerate(sorted((data / "names-world-newswire" / "processed_annotated").glob("*.tsv"))):
        sentences = [s for s in read_columns(path, 0, 1, WORLD_NEWSWIRE, "full") if len(s.words) > 1]
        parts["test" if index % 10 == 0 else "dev" if index % 20 == 1 else "train"] += sentences
    return parts


def universal(data: Path, part: str) -> list[Sentence]:
    """Universal NER on the sentences of EWT."""
    name = {"train": "en_ewt-ud-train.clean.iob2"}.get(part, f"en_ewt-ud-{part}.iob2")
    return read_columns(data / "names-uner-ewt" / name, 1, 2, UNIVERSAL, "universal")


def politics(data: Path, part: str) -> list[Sentence]:
    """CrossNER's politics."""
    return read_columns(data / "names-crossner-politics" / f"{part}.txt", 0, 1, POLITICS, "politics")


def few_nerd(data: Path, part: str) -> list[Sentence]:
    """Few-NERD, Wikipedia."""
    return read_columns(data / "names-fewnerd" / f"{part}.txt", 0, 1, FEW_NERD, "few-nerd")


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The names of a tag sequence: (first word, word after the last, type)."""
    found, start, kind = set(), None, ""
    for index, tag in enumerate([*tags, "O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != kind):
            found.add((start, index, kind))
            start = None
        if tag[0] == "B" or (tag[0] == "I" and start is None):
            start, kind = index, tag[2:]
    return found
