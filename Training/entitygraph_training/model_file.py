"""The model file: one header in plain text, then tensors, each at a multiple of 64 bytes, ready to be mapped.

| bytes | what |
|---|---|
| 0-7 | magic, `89 45 47 4D 0D 0A 1A 0A` (as in PNG, it shows a file damaged by a text-mode copy) |
| 8-11 | version of the format, 1 (all integers are little-endian) |
| 12-15 | bytes in the header text |
| 16-23 | bytes in the whole file |
| 24-31 | checksum of the header text, padded with zero bytes to a multiple of 8 |
| 32-39 | checksum of all that follows the padded header text |
| 40-63 | zero |
| 64- | the header text: UTF-8 lines, described below |

Lines of the header text:

    identifier NAME                       goes into every extraction run
    dimension NAME VALUE                  sizes of the network
    labels HEAD LABEL LABEL ...           label sets in the order of the head's outputs
    tensor NAME TYPE ROWSxCOLUMNS OFFSET  OFFSET counts from the start of the file

The checksum takes the bytes as 64-bit words: hash = (hash xor word) * 0x100000001B3 modulo 2^64 from 0xCBF29CE484222325
(FNV-1a by words instead of bytes: every changed word changes the hash, at the speed of memory).
"""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

MAGIC = b"\x89EGM\r\n\x1a\n"
VERSION = 1
ALIGNMENT = 64
TYPES = {"int8": np.int8, "int32": np.int32, "uint32": np.uint32, "uint8": np.uint8, "float32": np.float32, "panels8": np.int8}


def checksum(data: bytes) -> int:
    """The checksum described above; `data` must be a multiple of 8 bytes long."""
    value = 0xCBF29CE484222325
    for (word,) in struct.iter_unpack("<Q", data):
        value = ((value ^ word) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def padded(data: bytes, multiple: int) -> bytes:
    return data + b"\0" * (-len(data) % multiple)


class ModelFileWriter:
    """Collects what goes into a model file, then writes it."""

    def __init__(self, identifier: str) -> None:
        self.lines = [f"identifier {identifier}"]
        self.tensors: list[tuple[str, str, str, bytes]] = []

    def dimension(self, name: str, value: int) -> None:
        self.lines.append(f"dimension {name} {value}")

    def labels(self, head: str, labels: list[str]) -> None:
        self.lines.append(" ".join(["labels", head, *labels]))

    def tensor(self, name: str, values: np.ndarray, kind: str, shape: tuple[int, ...] | None = None) -> None:
        """Adds a tensor; `kind` is a key of TYPES, `shape` what the header says where it differs from the array's."""
        array = np.ascontiguousarray(values, dtype=TYPES[kind])
        self.tensors.append((name, kind, "x".join(str(n) for n in (shape or array.shape)), array.tobytes()))

    def write(self, path: Path) -> int:
        """Writes the file and returns the number of its bytes."""

        def header(start: int) -> bytes:
            offset, lines = start, list(self.lines)
            for name, kind, shape, data in self.tensors:
                lines.append(f"tensor {name} {kind} {shape} {offset}")
                offset += len(padded(data, ALIGNMENT))
            return ("\n".join(lines) + "\n").encode()

        # Offsets are part of the text that they come after: leave room for their longest form.
        start = len(padded(b"\0" * 64 + header(10**9), ALIGNMENT))
        text = header(start)
        text += b"\n" * (start - 64 - len(text))
        body = b"".join(padded(data, ALIGNMENT) for *_, data in self.tensors)
        fixed = struct.pack("<IIQQQ", VERSION, len(text), 64 + len(text) + len(body), checksum(padded(text, 8)), checksum(body))
        path.write_bytes(padded(MAGIC + fixed, 64) + text + body)
        return 64 + len(text) + len(body)
