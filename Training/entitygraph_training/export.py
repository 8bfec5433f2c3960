"""Turns trained weights into the model file of the Swift engine: python3 -m entitygraph_training.export --help

The four linear layers of each block, the word embeddings and the two large parts of the dependency head become 8-bit
integers with one scale a row (for linear layers: an output); all else stays float32.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from .characters import character_table
from .model_file import ModelFileWriter
from .quantization import quantize_rows


def panels(codes: np.ndarray) -> np.ndarray:
    """Outputs x inputs -> the order in which the kernels read: panels of 16 outputs; in a panel, groups of 4 inputs;
    in a group, the 4 weights of each output in turn."""
    outputs, inputs = codes.shape
    return codes.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)


def add_linear(writer: ModelFileWriter, name: str, weight: np.ndarray, bias: np.ndarray) -> None:
    """A linear layer in 8-bit weights; `weight` is outputs x inputs."""
    codes, scale = quantize_rows(weight)
    writer.tensor(f"{name}.weight", panels(codes), "panels8", codes.shape)
    writer.tensor(f"{name}.scale", scale, "float32")
    writer.tensor(f"{name}.sum", codes.astype(np.int32).sum(axis=1), "int32")
    writer.tensor(f"{name}.bias", bias, "float32")


def columns_padded(matrix: np.ndarray) -> np.ndarray:
    """Adds columns of zeros up to a multiple of 16, the width of the kernels."""
    return np.pad(matrix, [(0, 0)] * (matrix.ndim - 1) + [(0, -matrix.shape[-1] % 16)])


def add_float_linear(writer: ModelFileWriter, name: str, weight: np.ndarray, bias: np.ndarray) -> None:
    """A small linear layer in float32, stored inputs x outputs (padded)."""
    writer.tensor(f"{name}.weight", columns_padded(weight.T), "float32")
    writer.tensor(f"{name}.bias", columns_padded(bias), "float32")


def hash_of(piece: bytes) -> int:
    """FNV-1a, 32 bits: where the search for a piece in the vocabulary's table begins."""
    value = 0x811C9DC5
    for byte in piece:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def add_vocabulary(writer: ModelFileWriter, tokenizer: Tokenizer) -> None:
    """Pieces in order of id, and an open-addressing hash table over them (slot: id + 1, or 0 for free)."""
    by_id = {number: piece for piece, number in tokenizer.get_vocab().items()}
    pieces = [by_id[number].encode() for number in range(len(by_id))]
    slots = np.zeros(1 << 17, dtype=np.uint32)
    for number, piece in enumerate(pieces):
        slot = hash_of(piece) % len(slots)
        while slots[slot]:
            slot = (slot + 1) % len(slots)
        slots[slot] = number + 1
    writer.tensor("vocabulary.bytes", np.frombuffer(b"".join(pieces), dtype=np.uint8), "uint8")
    writer.tensor("vocabulary.ends", np.cumsum([len(piece) for piece in pieces]), "uint32")
    writer.tensor("vocabulary.slots", slots, "uint32")
    for name, piece in (("unknown", b"[UNK]"), ("start", b"[CLS]"), ("end", b"[SEP]")):
        writer.dimension(f"piece.{name}", pieces.index(piece))
    rows, scalars = character_table(tokenizer)
    writer.tensor("characters.rows", rows, "uint32")
    writer.tensor("characters.scalars", scalars, "uint32")


def export(weights: dict[str, np.ndarray], labels: dict[str, list[str]], tokenizer: Tokenizer, identifier: str, path: Path) -> int:
    """Writes the model file; `weights` bear the names of `network.Network`."""
    w = {name: value.astype(np.float32) for name, value in weights.items()}
    layers = w["mix"].shape[1]
    writer = ModelFileWriter(identifier)
    writer.labels("part_of_speech", labels["upos"])
    writer.labels("dependency", labels["deps"])
    writer.labels("names", labels["ner"])
    for name, value in (
        ("layers", layers),
        ("width", w["te"].shape[0]),
        ("heads", w["te"].shape[0] // 32),
        ("inner", w["L.0.i.weight"].shape[0]),
        ("positions", w["pe.weight"].shape[0]),
        ("vocabulary", w["we.weight"].shape[0]),
        ("arc", w["ad.weight"].shape[0]),
        ("relation", w["rd.weight"].shape[0]),
    ):
        writer.dimension(name, value)
    add_vocabulary(writer, tokenizer)

    codes, scale = quantize_rows(w["we.weight"])
    writer.tensor("embedding.word", codes, "int8")
    writer.tensor("embedding.word.scale", scale, "float32")
    writer.tensor("embedding.position", w["pe.weight"] + w["te"], "float32")
    writer.tensor("embedding.shape", w["se.weight"], "float32")
    writer.tensor("embedding.norm.weight", w["ln.weight"], "float32")
    writer.tensor("embedding.norm.bias", w["ln.bias"], "float32")
    for layer in range(layers):
        for short, name in (("qkv", "attention.input"), ("o", "attention.output"), ("i", "inner"), ("d", "outer")):
            add_linear(writer, f"layer.{layer}.{name}", w[f"L.{layer}.{short}.weight"], w[f"L.{layer}.{short}.bias"])
        for short, name in (("l1", "attention.norm"), ("l2", "outer.norm")):
            writer.tensor(f"layer.{layer}.{name}.weight", w[f"L.{layer}.{short}.weight"], "float32")
            writer.tensor(f"layer.{layer}.{name}.bias", w[f"L.{layer}.{short}.bias"], "float32")

    mix = np.exp(w["mix"] * 4 - (w["mix"] * 4).max(axis=1, keepdims=True))
    writer.tensor("mix", mix / mix.sum(axis=1, keepdims=True), "float32")
    add_float_linear(writer, "part_of_speech", w["pos.weight"], w["pos.bias"])
    add_float_linear(writer, "names", w["ner.weight"], w["ner.bias"])
    parts = ("ad", "ah", "rd", "rh")
    add_linear(
        writer, "syntax", np.concatenate([w[f"{p}.weight"] for p in parts]), np.concatenate([w[f"{p}.bias"] for p in parts]))
    arc = w["ad.weight"].shape[0]
    writer.tensor("arc.weight", w["aU"][:arc], "float32")
    writer.tensor("arc.bias", w["aU"][arc], "float32")
    # rU[label][dependent, 1][head, 1]: the square part, then what depends on one side only, then the constant.
    relation = w["rd.weight"].shape[0]
    square = w["rU"][:, :relation, :relation].transpose(0, 2, 1).reshape(-1, relation)
    add_linear(writer, "relation", square, w["rU"][:, relation, :relation].reshape(-1))
    add_float_linear(writer, "relation.dependent", w["rU"][:, :relation, relation], w["rU"][:, relation, relation])
    return writer.write(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="trained weights (.safetensors, any float type)")
    parser.add_argument("--labels", type=Path, required=True, help="labels.json as the training writes it")
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of the base model")
    parser.add_argument("--identifier", default="entitygraph-six-layer-2", help="goes into every extraction run")
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    arguments = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(arguments.tokenizer))
    size = export(load_file(arguments.weights), json.loads(arguments.labels.read_text()), tokenizer, arguments.identifier, arguments.out)
    print(f"{arguments.out}: {size:,} bytes")


if __name__ == "__main__":
    main()
