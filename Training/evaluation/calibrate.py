#!/usr/bin/env python3
"""Fit the weights of the confidence model to annotated articles, and say how far its confidences can be trusted.

usage: calibrate.py PROGRAM GOLD_DIR... [--write FILE] [--penalty X]

Runs PROGRAM (entitygraph) over the NAME.txt of each GOLD_DIR, holds the relations against NAME.gold.json as score.py does, and fits a logistic
regression of "relation and status are right" on the features that `entitygraph inspect --stage confidence` shows. The reliability table and
the scores are of leave-one-article-out cross-validation: each article is judged by weights fitted to the others. With --write the weights
fitted to all articles are written. Standard library only.
"""
import argparse, json, math, os, subprocess, sys

import score

# Features that may make a relation surer; all others tell of harder cases.
HELPFUL = {"role", "repeated"}
BINS = [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0001]
THRESHOLDS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{program} {' '.join(arguments)}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def samples(program, folder):
    """For each article its rows that count: a list of (features of each statement, raw confidences, right?), and how many gold rows it has."""
    ontology = score.load_ontology([score.BUILT_IN])
    articles = []
    for file in sorted(f for f in os.listdir(folder) if f.endswith(".gold.json")):
        name = file[: -len(".gold.json")]
        gold = json.load(open(os.path.join(folder, file), encoding="utf8"))
        text = os.path.join(folder, name + ".txt")
        system = run(program, "extract", "--quiet", "--min-confidence", "0", text)
        tallies = {l: score.Tally() for l in ("entity", "entity+type", "pair", "relation", "event relation", "relation+status")}
        judged, notes = [], score.collections.defaultdict(score.Tally)
        score.score_document(gold, system, ontology, tallies, notes, [], judged)
        told = {}
        for row in run(program, "inspect", "--quiet", "--stage", "confidence", "--format", "json", text)["rows"]:
            told.setdefault((row["who"], row["relation"], row["whom"], row["status"]), []).append(row)
        names = {e["id"]: [e["name"]] + e.get("aliases", []) for e in system["entities"]}
        rows = []
        for relation, right in judged:
            found = []
            for a in names[relation["subject"]]:
                for b in names[relation["object"]]:
                    found += told.get((a, relation["type"], b, relation["status"]), [])
                    if relation["type"] in ontology[0]:
                        found += told.get((b, relation["type"], a, relation["status"]), [])
            if found:
                rows.append((found, right))
            else:
                print(f"{name}: no features for {relation['type']}", file=sys.stderr)
        t = tallies["relation+status"]
        articles.append((name, rows, t.tp + t.fn))
    return articles


def features_of(articles):
    fixed = {"who", "relation", "whom", "status", "confidence", "trigger"}
    row = next(statement for _, rows, _ in articles for found, _ in rows for statement in found)
    return [name for name in row if name not in fixed]


def probability(weights, x):
    return 1 / (1 + math.exp(-max(-20, min(20, weights[0] + sum(w * v for w, v in zip(weights[1:], x))))))


def solve(matrix, vector):
    """Gauss's elimination with pivots."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def fit(data, penalty):
    """Newton's method for logistic regression with a quadratic penalty on all weights but the intercept. `data`: (x, right, weight).

    The penalty is for features divided by their spread, which makes it independent of their units; what hardly varies counts as spread
    by 0.25, for a few odd cases shall not decide."""
    n = len(data[0][0]) + 1
    spread = []
    for i in range(n - 1):
        mean = sum(x[i] for x, _, _ in data) / len(data)
        spread.append(max(0.25, math.sqrt(sum((x[i] - mean) ** 2 for x, _, _ in data) / len(data))))
    data = [([v / s for v, s in zip(x, spread)], right, share) for x, right, share in data]
    weights = [0.0] * n
    for _ in range(30):
        gradient = [-penalty * w if i else 0.0 for i, w in enumerate(weights)]
        hessian = [[penalty if i == j and i else 0.0 for j in range(n)] for i in range(n)]
        for x, right, share in data:
            p = probability(weights, x)
            full = [1.0] + x
            for i in range(n):
                gradient[i] += share * (right - p) * full[i]
                for j in range(n):
                    hessian[i][j] += share * p * (1 - p) * full[i] * full[j]
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(abs(s) for s in step) < 1e-9:
            break
    return weights[:1] + [w / s for w, s in zip(weights[1:], spread)]


def fit_plausible(data, names, penalty):
    """The same without features that come out as making a relation surer although they tell of a harder case: noise of few examples."""
    used = list(range(len(names)))
    while True:
        weights = fit([([x[i] for i in used], right, share) for x, right, share in data], penalty)
        wrong = [place for place, i in enumerate(used) if names[i] not in HELPFUL and weights[place + 1] > 0]
        if not wrong:
            found = dict(zip(used, weights[1:]))
            return weights[:1] + [found.get(i, 0.0) for i in range(len(names))]
        used.remove(used[max(wrong, key=lambda place: weights[place + 1])])


def training(articles, names):
    """One sample a statement; the statements of one row weigh as much as one."""
    return [([s[n] for n in names], float(right), 1 / len(found)) for _, rows, _ in articles for found, right in rows for s in found]


def row_confidence(found, names, weights):
    return max(probability(weights, [s[n] for n in names]) for s in found)


def table(scored):
    """Rows of the reliability table: from, to, how many, mean confidence, share that is right."""
    out = []
    for low, high in zip(BINS, BINS[1:]):
        inside = [(c, r) for c, r in scored if low <= c < high]
        if inside:
            out.append((low, min(high, 1), len(inside), sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)))
    return out


def measures(scored):
    n = len(scored)
    brier = sum((c - r) ** 2 for c, r in scored) / n
    loss = -sum(math.log(max(1e-9, c if r else 1 - c)) for c, r in scored) / n
    error = sum(count * abs(mean - share) for _, _, count, mean, share in table(scored)) / n
    right, wrong = [c for c, r in scored if r], [c for c, r in scored if not r]
    area = sum((a > b) + (a == b) / 2 for a in right for b in wrong) / max(1, len(right) * len(wrong))
    return brier, loss, error, area


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("program"), a.add_argument("gold", nargs="+")
    a.add_argument("--write", metavar="FILE")
    a.add_argument("--penalty", type=float, default=15.0)
    o = a.parse_args()
    articles = [article for folder in o.gold for article in samples(o.program, folder)]
    names = features_of(articles)
    crossed, plain = [], []
    for place in range(len(articles)):
        weights = fit_plausible(training(articles[:place] + articles[place + 1 :], names), names, o.penalty)
        crossed += [(row_confidence(found, names, weights), right) for found, right in articles[place][1]]
        plain += [(max(1 - s["doubt"] for s in found), right) for found, right in articles[place][1]]
    wanted = sum(count for _, _, count in articles)
    print(f"{len(articles)} articles, {len(crossed)} relations that count, {sum(not r for _, r in crossed)} of them wrong in type, party or status\n")
    print(f"{'':<28} {'Brier':>6} {'log loss':>9} {'calibration error':>18} {'area under ROC':>15}")
    share = sum(r for _, r in crossed) / len(crossed)
    for what, scored in (("share of right ones for all", [(share, r) for _, r in crossed]), ("pattern and hops alone", plain), ("cross-validated model", crossed)):
        brier, loss, error, area = measures(scored)
        print(f"{what:<28} {brier:6.4f} {loss:9.4f} {error:18.4f} {area:15.3f}")
    print("\nconfidence     relations   mean   right")
    for low, high, count, mean, right in table(crossed):
        print(f"{low:.2f} to {high:.2f} {count:11d} {mean:6.2f} {right:7.2f}")
    print(f"\n{'threshold':<10} {'kept':>5} {'P':>6} {'R':>6} {'F1':>6}   (of {wanted} gold rows, status included)")
    for threshold in THRESHOLDS:
        kept = [r for c, r in crossed if c >= threshold]
        tp = sum(kept)
        p, r = tp / max(1, len(kept)), tp / wanted
        print(f"{threshold:<10} {len(kept):5d} {p:6.3f} {r:6.3f} {2 * p * r / max(1e-9, p + r):6.3f}")
    weights = fit_plausible(training(articles, names), names, o.penalty)
    print("\nweights fitted to all articles")
    for name, weight in zip(["intercept"] + names, weights):
        print(f"{name:<12} {weight:7.2f}")
    if o.write:
        with open(o.write, "w", encoding="utf8") as out:
            out.write(
                "# Weights of the confidence model: a logistic regression of \"relation and status are right\" on features of a statement.\n"
                "# Columns: feature, weight. What the features measure stands in ConfidenceFeature.swift and in the article on confidence of\n"
                f"# the documentation. Made by Training/evaluation/calibrate.py from {len(articles)} annotated articles with {len(crossed)} relations.\n"
            )
            for name, weight in zip(["intercept"] + names, weights):
                out.write(f"{name}\t{weight + 0:.2f}\n")


if __name__ == "__main__":
    main()
