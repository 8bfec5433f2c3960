#!/usr/bin/env python3
"""Find the weights of Sources/RelationExtraction/Coreference/PronounWeights.swift.

usage: pronouns.py prepare WORK GAP-VALIDATION.tsv GUM-TRAIN.conllu     writes WORK/gap.jsonl, WORK/gum.jsonl and what is right
       entitygraph inspect WORK/gap.jsonl --stage syntax --format conllu > WORK/gap.conllu     (and the same for gum)
       ENTITYGRAPH_PRONOUNS=WORK swift test --filter PronounFeatureExport
       pronouns.py train WORK      (and format the file with swift format)

A log-linear ranking of what a pronoun may mean, "none of these" among it (Denis and Baldridge 2008): the likelihood of all right answers
is maximized, with a penalty on large weights. Data: GAP's validation part (Apache-2.0) and the training part of GUM without its news
(annotation CC BY 4.0), so that GAP's development part and GUM's news remain for measuring (score_coreference.py). Features are
drawn while the resolver runs with the weights it has; two rounds settle.
"""
import collections, csv, json, os, random, re, sys, textwrap

import numpy as np

from score_coreference import read_gum

SWIFT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Sources/RelationExtraction/Coreference")
CLASSES = {"person": "he him his she her hers", "thing": "it its", "many": "they them their theirs"}
MARGINS = {"person": 0.1, "thing": 0.2, "many": 1.0}


def prepare(work, gap, gum):
    """Texts, and for each pronoun the byte ranges that it means; None where nobody knows."""
    os.makedirs(work, exist_ok=True)
    rows = csv.DictReader(open(gap, encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    with open(f"{work}/gap.jsonl", "w") as texts, open(f"{work}/gap.right", "w") as right:
        for row in rows:
            at = lambda column: len(row["Text"][:int(row[column + "-offset"])].encode())
            spans = {name: [at(name), at(name) + len(row[name].encode())] for name in "AB"}
            meant = [spans[name] for name in "AB" if row[name + "-coref"].upper() == "TRUE"]
            texts.write(json.dumps({"id": row["ID"], "text": row["Text"]}) + "\n")
            answer = {"is": meant} if meant else {"not": list(spans.values())}
            right.write(json.dumps({"id": row["ID"], "pronouns": {str(at("Pronoun")): answer}}) + "\n")
    with open(f"{work}/gum.jsonl", "w") as texts, open(f"{work}/gum.right", "w") as right:
        genres = set(re.findall(r"# newdoc id = GUM_([a-z]+)_", open(gum, encoding="utf8").read())) - {"news"}
        for genre in sorted(genres):
            for id, text, mentions in read_gum([gum], genre):
                byte = lambda place: len(text[:place].encode())
                heads = collections.defaultdict(list)
                for thing, _, _, _, (words, head) in mentions:
                    if head in words:
                        heads[thing].append([byte(words[head][0]), byte(words[head][1]), words[head][2]])
                pronouns = {
                    str(start): {"is": [[a, b] for a, b, _ in places]}
                    for places in heads.values() for start, _, tag in places if tag == "PRON"}
                texts.write(json.dumps({"id": id, "text": text}) + "\n")
                right.write(json.dumps({"id": id, "pronouns": pronouns}) + "\n")


def examples(work):
    """By class of pronoun: for each pronoun its candidates, which of them are right, and whether none is."""
    found = collections.defaultdict(list)
    for corpus in ("gap", "gum"):
        right = {row["id"]: row["pronouns"] for row in map(json.loads, open(f"{work}/{corpus}.right"))}
        for article in map(json.loads, open(f"{work}/{corpus}.features")):
            for pronoun in article["pronouns"]:
                answer = right[article["id"]].get(str(pronoun["start"]))
                kind = next((k for k, forms in CLASSES.items() if pronoun["form"].lower() in forms.split()), None)
                if kind is None or answer is None:
                    continue
                touches = lambda c, spans: any(a < b and e < d for a, d in c["places"] for e, b in spans)
                if "is" in answer:
                    fits = [touches(c, answer["is"]) for c in pronoun["candidates"]]
                    found[kind].append((pronoun["candidates"], fits, not any(fits)))
                else:
                    found[kind].append((pronoun["candidates"], [not touches(c, answer["not"]) for c in pronoun["candidates"]], True))
    return found


def fit(items, penalty=1.0, steps=300):
    names = sorted({f for candidates, _, _ in items for c in candidates for f in c["features"]})
    index = {name: place for place, name in enumerate(names)}
    rows, allowed = [], []
    for candidates, fits, none in items:
        matrix = np.zeros((len(candidates) + 1, len(names) + 1))
        for place, candidate in enumerate(candidates):
            matrix[place, [index[f] for f in candidate["features"]]] = 1
        matrix[-1, -1] = 1
        rows.append(matrix)
        allowed.append(np.array(fits + [none]))
    ends = np.cumsum([0] + [len(m) for m in rows])
    x, a, group = np.vstack(rows), np.concatenate(allowed), np.repeat(np.arange(len(rows)), np.diff(ends))
    w, first, second = np.zeros(len(names) + 1), 0, 0
    for step in range(1, steps + 1):
        score = x @ w
        weight = np.exp(score - np.maximum.reduceat(score, ends[:-1])[group])
        good = weight * a
        p = weight / np.add.reduceat(weight, ends[:-1])[group]
        q = good / (np.add.reduceat(good, ends[:-1]) + 1e-12)[group]
        gradient = x.T @ (p - q) + penalty * w
        first, second = 0.9 * first + 0.1 * gradient, 0.99 * second + 0.01 * gradient**2
        w = w - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
    return dict(zip(names + ["none"], w))


def report(items, margin):
    """Precision and recall over five parts, each decided with the weights of the others."""
    order = list(range(len(items)))
    random.Random(1).shuffle(order)
    said = right = wanted = 0
    for part in range(5):
        weights = fit([items[i] for k in range(5) if k != part for i in order[k::5]])
        for candidates, fits, _ in (items[i] for i in order[part::5]):
            wanted += any(f and c["entity"] for f, c in zip(fits, candidates))
            scores = [sum(weights.get(f, 0) for f in c["features"]) for c in candidates]
            ranked = sorted(range(len(scores)), key=lambda i: -scores[i])
            if ranked and candidates[ranked[0]]["entity"]:
                if scores[ranked[0]] - max([weights["none"]] + [scores[i] for i in ranked[1:2]]) >= margin:
                    said, right = said + 1, right + fits[ranked[0]]
    print(f"  {len(items)} pronouns, precision {right / max(1, said):.3f}, recall {right / max(1, wanted):.3f} at margin {margin}")


def train(work):
    declared = re.findall(r"case (.*)", open(f"{SWIFT}/PronounCandidate.swift").read())
    order = re.findall(r"\b[a-z][A-Za-z]+\b", " ".join(declared))
    blocks = []
    for kind, items in examples(work).items():
        print(kind)
        report(items, MARGINS[kind])
        weights = {name: round(float(w), 2) for name, w in fit(items).items()}
        body = ", ".join(f".{name}:~{weights[name]:g}" for name in order if abs(weights.get(name, 0)) >= 0.05) + ","
        lines = textwrap.fill(body, 140, initial_indent=" " * 12, subsequent_indent=" " * 12).replace("~", " ")
        forms = ", ".join(f'"{form}"' for form in CLASSES[kind].split())
        blocks.append((list(CLASSES).index(kind),
            f"    /// {forms}.\n    static let {kind} = PronounWeights(\n        none: {weights['none']:g}, margin: {MARGINS[kind]:g},\n"
            f"        [\n{lines}\n        ])\n"))
    path = f"{SWIFT}/PronounWeights.swift"
    text = open(path).read()
    open(path, "w").write(text[:text.index('    /// "he"' if '    /// "he"' in text else '    /// "He"')] + "\n".join(b for _, b in sorted(blocks)) + "}\n")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "prepare":
        prepare(*sys.argv[2:])
    elif len(sys.argv) == 3 and sys.argv[1] == "train":
        train(sys.argv[2])
    else:
        sys.exit(__doc__)
