"""Writes the numbers that the Swift engine is tested against: python3 -m entitygraph_training.reference --help

Two fixtures: the logits of a few sentences, once in float32 from the trained weights and once with the engine's 8-bit
arithmetic simulated; and the pieces of words that try the tokenizer.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from .evaluate import load
from .network import Network, make_batch
from .quantization import QuantizedNetwork
from .tokenizer import WordTokenizer

SENTENCES = [
    "US President Donald Trump announced on Friday that American forces had captured Nicolas Maduro in Caracas .",
    "Oil companies plan to invest at least $ 100 billion in Venezuela , he wrote on January 9 , 2026 .",
    "It rains .",
    "The Bank of Lisbon 's chairman , João Gonçalves-Peña , denied that he had been bribed by İstanbul-based shipbuilders .",
    "Yes",
    "Rodríguez , who took office after the arrest of her predecessor , said neither Washington nor the \" occupiers \" would decide "
    "the country 's future , and called on the United Nations Security Council to meet before the end of the week .",
]

WORDS = [
    "a", "I", "US", "U.S.", "COVID-19", "iPhone", "McDonald", "O'Brien", "don't", "n't", "'s", "1,000,000", "2026", "3rd", "½", "²", "10km",
    "$100bn", "€50m", "£1.5", "http://www.example.com/index.html?q=1", "a@b.org", "#MeToo", "@user", "...", "…", "--", "—", "\"", "“quoted”",
    "café", "cafe\u0301", "É", "E\u0301", "Ünïted", "NAÏVE", "façade", "Gdańsk", "Łódź", "Erdoğan", "İstanbul", "ısı", "Şahin", "Ñandú",
    "Dvořák", "Nguyễn", "Straße", "STRASSE", "ǅ", "ǆ", "ß", "ﬁnance", "Ａｂｃ", "Ω", "Σίσυφος", "ΣΊΣΥΦΟΣ", "Москва", "МОСКВА", "Київ", "Ђ",
    "北京", "東京都", "北京market", "ソウル", "がぎ", "서울", "한국어", "القاهرة", "ירושלים", "हिन्दी", "ไทย", "ქართული", "a\u200db", "a\u00adb", "\u200b",
    "\ufeffword", "\ufffd", "a\u00a0b", "a b", "\u0301", "😀", "a😀b", "👨\u200d👩\u200d👧", "™", "©2020", "°C", "x²", "№5", "℃", "Ⅳ", "ⅳ", "٣", "١٢٣", "१२",
    "¿Qué?", "«oui»", "‹a›", "·", "、", "。", "‐", "a‑b", "−5", "+", "<b>", "=", "^", "`", "|", "~", "$", "¥", "¬", "§", "¶", "†", "‰",
    "antidisestablishmentarianism", "pneumonoultramicroscopicsilicovolcanoconiosis", "x" * 100, "x" * 101, "zzzzqqqqxxxx", "Qasem",
    "Soleimani", "Abu-Bakr-al-Baghdadi-of-the-Islamic-State-of-Iraq", "ALLCAPSWORD", "mIxEd", "Mr.", "a.m.", "e.g.", "i.e.", "A.", "AT&T", "R&D",
    "and/or", "24/7", "w/o", "3.14", "1st", "1990s", "'90s", "O’Neill", "it’s", "l’Élysée", "Côte", "d’Ivoire", "São", "Tomé", "Curaçao",
    "ǈ", "Ǆ", "ª", "º", "ʰ", "ͅ", "ᾳ", "ᾼ", "K", "Å", "ℵ", "𝐀𝐁", "𝟙𝟚", "Ａ", "１２", "①", "㍿", "㎏", "豈", "\u1100\u1161", "ﷺ", "\u0345", "x\u0483y",
]


@torch.no_grad()
def scores(network: Network, tokenizer: WordTokenizer, words: list[str], heads: list[int] | None = None) -> dict:
    """The network's scores for one sentence; the label scores are for `heads`, by default the best head of each word."""
    batch = make_batch(tokenizer, [words])
    states = network.encode(batch)
    arcs, dependent, head = network.syntax(states, batch)
    if heads is None:
        candidates = arcs[0].clone()
        candidates.fill_diagonal_(float("-inf"))
        heads = candidates.argmax(-1)[1:].tolist()
    labels = network.relations(dependent, head, torch.tensor([[0, *heads]]))[0]

    def numbers(tensor: torch.Tensor) -> list[float]:
        return [float(f"{value:.5g}") for value in tensor[1:].flatten().tolist()]

    return {
        "heads": heads,
        "partOfSpeech": numbers(network.part_of_speech(states, batch)[0]),
        "names": numbers(network.names(states, batch)[0]),
        "arcs": numbers(arcs[0]),
        "labels": numbers(labels),
    }


def reference(network: Network, quantized: Network, tokenizer: WordTokenizer, words: list[str]) -> dict:
    """Both scores of one sentence."""
    exact = scores(network, tokenizer, words)
    return {"words": words, "float": exact, "quantized": scores(quantized, tokenizer, words, exact["heads"])}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder of the fixtures")
    parser.add_argument("--words", type=Path, help="more words, one a line, into words.json (for a check by hand)")
    arguments = parser.parse_args()

    network = load(arguments.weights, arguments.labels)
    quantized = QuantizedNetwork.of(network)
    tokenizer = WordTokenizer(arguments.tokenizer)
    arguments.out.mkdir(parents=True, exist_ok=True)
    sentences = [reference(network, quantized, tokenizer, sentence.split()) for sentence in SENTENCES]
    (arguments.out / "reference.json").write_text("[\n" + ",\n".join(json.dumps(s, ensure_ascii=False) for s in sentences) + "\n]\n")
    words = arguments.words.read_text().split("\n") if arguments.words else WORDS
    lines = []
    for word in words:
        pieces, shapes = tokenizer.word(word)
        lines.append(json.dumps({"word": word, "pieces": pieces, "shapes": shapes}, ensure_ascii=True))
    (arguments.out / "words.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


if __name__ == "__main__":
    main()
