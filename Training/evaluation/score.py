#!/usr/bin/env python3
"""Score extracted graphs against gold graphs.

usage: score.py GOLD_DIR SYSTEM_DIR [--per-document] [--errors N] [--json]

GOLD_DIR holds NAME.gold.json (README.md beside this file tells the form), SYSTEM_DIR holds NAME.json, the output of
`entitygraph extract NAME.txt`. A gold file with no system file counts as an empty
system graph. Prints micro-averaged precision, recall and F1 for

  entity           one gold entity found as one system entity (shared name, any type)
  entity+type      the same, and the type is right
  pair             two gold entities linked by some relation, direction and type ignored
  relation         subject, type and object right (either direction for symmetric types)
  event relation   the same, over the types of kind "event"
  relation+status  the same, and the status is right; every further status given to it is an error

and the macro average over types, the share of right dates, and of right statuses where gold's is neither asserted nor former.
Neither rewarded nor punished: relations that gold marks "optional"; other relations of a pair with an optional entity that gold links
optionally; relation types that stand in UNSCORED below or in no ontology file; entities marked "nominal" (no mention by name) and
their relations. Standard library only.
"""
import argparse, collections, json, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
BUILT_IN = os.path.join(HERE, "../../Sources/EntityGraph/Resources/ontology/relations.yaml")
# Types that annotators do not mark reliably; they are neither rewarded nor punished.
UNSCORED = {"imprisoned_in", "ruled_against", "approved", "paid", "operates_in", "educated_at", "spied_on", "eased_sanctions_on"}
HONORIFICS = {"mr", "mrs", "ms", "dr", "sir", "president", "the", "gen", "general", "col", "lt", "sen", "rep", "prof"}


def norm(name):
    """Fold case, accents, punctuation, possessives and leading articles/titles out of a name."""
    s = unicodedata.normalize("NFKD", name)
    s = "".join(c for c in s if not unicodedata.combining(c)).lower()
    s = s.replace("’", "'")
    s = re.sub(r"'s\b", "", s)
    s = re.sub(r"[^\w\s&-]", "", s)
    words = s.replace("-", " ").split()
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return " ".join(words)


def load_ontology(files):
    """Names of the symmetric, the scored and the event types. The ontology files are simple enough to be read line by line."""
    kinds, symmetric, name = {}, set(), None
    for file in files:
        for line in open(file, encoding="utf8"):
            if m := re.match(r"  ([a-z0-9_]+):\s*$", line):
                name = m[1]
                kinds.setdefault(name, "event")
            elif name and (m := re.match(r"    kind:\s*(\w+)", line)):
                kinds[name] = m[1]
            elif name and re.match(r"    symmetric:\s*true", line):
                symmetric.add(name)
    scored = set(kinds) - UNSCORED
    return symmetric, scored, {n for n, kind in kinds.items() if kind == "event"}


def entity_names(entity, system):
    names = [entity["name"]] if entity.get("name") else []
    names += entity.get("names", []) + entity.get("aliases", [])
    if system:
        names += [m.get("text", "") for m in entity.get("mentions", []) if m.get("kind", "name") == "name"]
    return {n for n in (norm(x) for x in names) if n}


def align(gold_entities, system_entities):
    """One-to-one: most shared names first, a shared full (longest) gold name breaking ties."""
    scored = []
    for gi, g in enumerate(gold_entities):
        gn = entity_names(g, False)
        full = norm(g["names"][0])
        for si, s in enumerate(system_entities):
            sn = entity_names(s, True)
            shared = gn & sn
            if shared:
                same_type = g["type"] == s.get("type")
                scored.append((len(shared) + 2 * (full in shared) + same_type, -si, gi, si))
    scored.sort(reverse=True)
    g2s, s2g = {}, {}
    for _, _, gi, si in scored:
        if gi not in g2s and si not in s2g:
            g2s[gi], s2g[si] = si, gi
    return g2s, s2g


class Tally:
    def __init__(self):
        self.tp = self.fp = self.fn = 0

    def add(self, tp, fp, fn):
        self.tp += tp
        self.fp += fp
        self.fn += fn

    def prf(self):
        p = self.tp / (self.tp + self.fp) if self.tp + self.fp else 0.0
        r = self.tp / (self.tp + self.fn) if self.tp + self.fn else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def key(subject, kind, object_, symmetric):
    if kind in symmetric and object_ < subject:
        subject, object_ = object_, subject
    return subject, kind, object_


def score_document(gold, system, ontology, tallies, notes, errors, judged=None):
    """Adds to the tallies; `judged` gets each system row that counts with whether relation and status are both right."""
    symmetric, scored, events = ontology
    ge, se = gold["entities"], system.get("entities", [])
    named = lambda e: any(m.get("kind", "name") == "name" for m in e.get("mentions", [])) or not e.get("nominal")
    nominal = {i for i, e in enumerate(se) if not named(e)}
    g2s, s2g = align(ge, se)
    optional_entities = {i for i, g in enumerate(ge) if g.get("optional")}
    found = [g for g in g2s if g not in optional_entities]
    missing = [g for g in range(len(ge)) if g not in g2s and g not in optional_entities]
    spurious = [s for s in range(len(se)) if s not in s2g and s not in nominal and se[s].get("type") in ENTITY_TYPES]
    typed = [g for g in found if ge[g]["type"] == se[g2s[g]].get("type")]
    tallies["entity"].add(len(found), len(spurious), len(missing))
    wrong = len(found) - len(typed)
    tallies["entity+type"].add(len(typed), len(spurious) + wrong, len(missing) + wrong)
    for g in missing:
        errors.append(("entity missed", ge[g]["names"][0]))
    for s in spurious:
        errors.append(("entity spurious", f'{se[s].get("name")} ({se[s].get("type")})'))
    for g in found:
        if g not in typed:
            errors.append(("entity type", f'{ge[g]["names"][0]}: {ge[g]["type"]} read as {se[g2s[g]].get("type")}'))

    index = {g["id"]: i for i, g in enumerate(ge)}
    sindex = {e["id"]: i for i, e in enumerate(se)}
    required, optional, alternates, dates = {}, set(), {}, {}
    for r in gold["relations"]:
        s, o = index[r["subject"]], index[r["object"]]
        k = key(s, r["type"], o, symmetric)
        for alt in r.get("also", []):
            alternates[key(s, alt, o, symmetric)] = k
        if r.get("optional") or r["type"] not in scored:
            optional.add(k)
        else:
            required.setdefault(k, set()).add(r.get("status", "asserted"))
            if r.get("date"):
                dates.setdefault(k, set()).add(r["date"])
    optional -= set(required)
    pair = lambda k: tuple(sorted((k[0], k[2]), key=str))
    optional_pairs = {pair(k) for k in optional}
    matched, matched_dates, extra = {}, {}, {}
    judged = [] if judged is None else judged
    for r in system.get("relations", []):
        si, oi = sindex.get(r["subject"]), sindex.get(r["object"])
        if si is None or oi is None:
            raise SystemExit(f"relation {r['type']} names an entity id that is not listed")
        if r["type"] not in scored or (si in nominal and si not in s2g) or (oi in nominal and oi not in s2g):
            continue
        s, o = s2g.get(si, ("?", norm(se[si].get("name", "")))), s2g.get(oi, ("?", norm(se[oi].get("name", ""))))
        if isinstance(s, int) and isinstance(o, int):
            k = key(s, r["type"], o, symmetric)
        else:
            k = (str(s), r["type"], str(o))
        if k not in required and k not in optional:
            k = alternates.get(k, k)
        if k in required:
            matched.setdefault(k, set()).add(r.get("status", "asserted"))
            judged.append((r, r.get("status", "asserted") in required[k]))
            matched_dates.setdefault(k, set()).update(x.get("date") for x in r.get("statements", []) if x.get("date"))
        elif k not in optional and not ({s, o} & optional_entities and pair(k) in optional_pairs):
            extra.setdefault(k, (si, oi, r))
            judged.append((r, False))
    for level, keep in (("relation", lambda k: True), ("event relation", lambda k: k[1] in events)):
        tallies[level].add(sum(keep(k) for k in matched), sum(keep(k) for k in extra), sum(keep(k) for k in required if k not in matched))
    gold_rows = {(k, st) for k, sts in required.items() for st in sts}
    rows = {(k, st) for k, sts in matched.items() for st in sts}
    tallies["relation+status"].add(len(rows & gold_rows), len(rows - gold_rows) + len(extra), len(gold_rows - rows))
    for k, sts in required.items():
        notes["type " + k[1]].add(k in matched, 0, k not in matched)
        if k in matched and not sts <= {"asserted", "former"}:
            notes["hard status"].add(bool(sts & matched[k]), 0, not sts & matched[k])
        if k in matched and k in dates:
            notes["date"].add(bool(dates[k] & matched_dates[k]), 0, not dates[k] & matched_dates[k])
    for k in extra:
        notes["type " + k[1]].add(0, 1, 0)
    gp, op = {pair(k) for k in required}, optional_pairs
    sp = {pair(k) for k in list(matched) + list(extra)}
    tallies["pair"].add(len(gp & sp), len(sp - gp - op), len(gp - sp))
    for k in required:
        if k not in matched:
            errors.append(("relation missed", f'{ge[k[0]]["names"][0]} -{k[1]}-> {ge[k[2]]["names"][0]}'))
    for k, (si, oi, r) in extra.items():
        text = ((r.get("statements") or r.get("evidence") or [{}])[0].get("text") or "")[:110]
        errors.append(("relation spurious", f'{se[si].get("name")} -{k[1]}-> {se[oi].get("name")}  << {text}'))


ENTITY_TYPES = {"person", "country", "organization", "place"}


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("gold"), a.add_argument("system")
    a.add_argument("--ontology", action="append", default=[BUILT_IN], metavar="FILE", help="ontology files beside the built-in one")
    a.add_argument("--per-document", action="store_true")
    a.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of each kind")
    a.add_argument("--by-type", action="store_true")
    a.add_argument("--json", action="store_true")
    o = a.parse_args()
    ontology = load_ontology(o.ontology)
    levels = ["entity", "entity+type", "pair", "relation", "event relation", "relation+status"]
    total, notes = {l: Tally() for l in levels}, collections.defaultdict(Tally)
    all_errors = collections.defaultdict(list)
    files = sorted(f for f in os.listdir(o.gold) if f.endswith(".gold.json"))
    if not files:
        raise SystemExit(f"no *.gold.json in {o.gold}")
    for f in files:
        name = f[: -len(".gold.json")]
        gold = json.load(open(os.path.join(o.gold, f), encoding="utf8"))
        path = os.path.join(o.system, name + ".json")
        system = json.load(open(path, encoding="utf8")) if os.path.exists(path) else {}
        tallies, errors = {l: Tally() for l in levels}, []
        score_document(gold, system, ontology, tallies, notes, errors)
        for l in levels:
            total[l].add(tallies[l].tp, tallies[l].fp, tallies[l].fn)
        for kind, what in errors:
            all_errors[kind].append(f"{name}: {what}")
        if o.per_document:
            print(name, "  ".join(f"{l} {tallies[l].prf()[2]:.3f}" for l in levels))
    for kind, rows in sorted(all_errors.items()):
        if o.errors:
            print(f"\n{kind}: {len(rows)}")
            print("\n".join("  " + r for r in rows[: o.errors]))
    types = {n[5:]: t for n, t in notes.items() if n.startswith("type ")}
    macro = [t.prf()[2] for t in types.values() if t.tp + t.fn >= 3]
    macro = sum(macro) / len(macro) if macro else 0.0
    share = lambda n: (notes[n].tp, notes[n].tp + notes[n].fn)
    if o.json:
        out = {l: dict(zip("prf", total[l].prf()), tp=total[l].tp, fp=total[l].fp, fn=total[l].fn) for l in levels}
        print(json.dumps(dict(out, macro=macro, hard_status=share("hard status"), date=share("date"))))
        return
    if o.by_type:
        print(f"\n{'type':<20} {'P':>6} {'R':>6} {'F1':>6}   tp/fp/fn")
        for n, t in sorted(types.items(), key=lambda x: -(x[1].tp + x[1].fn)):
            print(f"{n:<20} {t.prf()[0]:6.3f} {t.prf()[1]:6.3f} {t.prf()[2]:6.3f}   {t.tp}/{t.fp}/{t.fn}")
    print(f"\n{len(files)} documents\n{'level':<16} {'P':>6} {'R':>6} {'F1':>6}   tp/fp/fn")
    for l in levels:
        p, r, f1 = total[l].prf()
        print(f"{l:<16} {p:6.3f} {r:6.3f} {f1:6.3f}   {total[l].tp}/{total[l].fp}/{total[l].fn}")
    print(f"macro F1 over types with 3 or more gold rows: {macro:.3f}")
    for n, what in (("hard status", "status right where gold is neither asserted nor former"), ("date", "date right where gold gives one")):
        print(f"{what}: {share(n)[0]}/{share(n)[1]} of the relations found")


if __name__ == "__main__":
    main()
