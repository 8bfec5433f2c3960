"""Test sets as the program reads them: text alone, or tokens without annotation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from .treebank import sentence_rows


def select(path: Path, document: str = "") -> list[str]:
    """The lines of a treebank's sentences; with `document` only of those whose document's name begins so."""
    lines: list[str] = []
    keep = not document
    for comments, rows in sentence_rows(path.read_text(encoding="utf-8").split("\n")):
        for comment in comments:
            if document and comment.startswith("# newdoc id = "):
                keep = comment.removeprefix("# newdoc id = ").startswith(document)
        if keep:
            lines += comments + ["\t".join(row) for row in rows] + [""]
    return lines


def without_annotation(lines: Iterable[str]) -> str:
    """Tokens and sentences alone: every other column emptied."""
    output: list[str] = []
    for comments, rows in sentence_rows(lines):
        output += [comment for comment in comments if comment.startswith(("# newdoc", "# newpar", "# sent_id", "# text ="))]
        for row in rows:
            if "." in row[0]:
                continue
            misc = "SpaceAfter=No" if "SpaceAfter=No" in row[9].split("|") else "_"
            output.append("\t".join([row[0], row[1], "_", "_", "_", "_", "_", "_", "_", misc]))
        output.append("")
    return "\n".join(output) + "\n"


def articles(lines: Iterable[str]) -> str:
    """The text of each document as a line of JSONL; a blank line parts its paragraphs."""
    records: list[tuple[str, str]] = []
    gap = ""
    for comments, rows in sentence_rows(lines):
        for comment in comments:
            if comment.startswith("# newdoc") or not records:
                records.append((comment.partition("=")[2].strip() or str(len(records)), ""))
                gap = ""
            elif comment.startswith("# newpar"):
                gap = "\n\n"
        name, text = records[-1]
        words: list[str] = []
        end = 0
        for row in rows:
            if "." in row[0] or row[0].isdigit() and int(row[0]) <= end:
                continue
            if "-" in row[0]:
                end = int(row[0].split("-")[1])
            words += [row[1], "" if "SpaceAfter=No" in row[9].split("|") else " "]
        last = words.pop()
        records[-1] = (name, text + (gap if text else "") + "".join(words))
        gap = last
    return "".join(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n" for name, text in records)


def tokens(documents: Iterable[Sequence[Sequence[str]]]) -> str:
    """CoNLL-U of documents that are known as sentences of words."""
    output: list[str] = []
    for number, sentences in enumerate(documents, 1):
        output.append(f"# newdoc id = {number}")
        for words in sentences:
            output += ["\t".join([str(i), word, "_", "_", "_", "_", "_", "_", "_", "_"]) for i, word in enumerate(words, 1)] + [""]
    return "\n".join(output) + "\n"
