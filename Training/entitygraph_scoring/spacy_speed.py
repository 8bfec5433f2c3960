"""How fast a spaCy model reads the same texts: python3 spacy_speed.py PACKAGE FILE.jsonl

One thread. Prints the words a second of processor time (words parted by white space, the first text read beforehand), the seconds of
processor time that loading took, and the peak of memory in megabytes, separated by blanks.
"""

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import importlib
import json
import resource
import sys
import time
from pathlib import Path

import spacy


def load(package: str):
    """The model of a package, whichever way it holds it."""
    module = importlib.import_module(package)
    vendored = Path(module.__file__).parent / "_model"
    return spacy.load(vendored) if vendored.is_dir() else module.load()


def main() -> None:
    package, path = sys.argv[1:3]
    begin = time.process_time()
    model = load(package)
    loaded = time.process_time()
    texts = [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]
    model(texts[0])
    start = time.process_time()
    words = 0
    for text, _ in zip(texts, model.pipe(texts)):
        words += len(text.split())
    seconds = time.process_time() - start
    print(f"{words / seconds:.0f} {loaded - begin:.2f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main()
