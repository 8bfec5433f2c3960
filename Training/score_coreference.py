#!/usr/bin/env python3
"""Score who is meant: pronouns on GAP, links between names and from pronouns to names on GUM.

usage: score_coreference.py gap BINARY gap-development.tsv
       score_coreference.py gum BINARY en_gum-ud-train.conllu en_gum-ud-dev.conllu ... [--genre news]

BINARY is entitygraph. GAP (github.com/google-research-datasets/gap-coreference) asks of 2,000 pronouns whether each of two names is meant;
the scores are those of its own scorer, for men, for women, and their ratio. GUM (gucorpling.org/gum) bears coreference in `Entity=` of
the MISC column: a link joins a name, or a pronoun of the third person, to the name of the same thing before it.
"""
import collections, csv, json, re, subprocess, sys, tempfile


def extract(binary, articles):
    """The entities of each article by id, as `entitygraph extract` gives them."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for id, text in articles:
            file.write(json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n")
        file.flush()
        run = subprocess.run([binary, "extract", "--quiet", "--format", "jsonl", file.name], capture_output=True, text=True)
    graphs = [json.loads(line) for line in run.stdout.splitlines() if line.strip()]
    if not graphs:
        sys.exit(f"{binary} extract gave no graph: {run.stderr.strip()}")
    return {graph["documents"][0]["id"]: graph["entities"] for graph in graphs if graph["documents"]}


def ratios(right, said, wanted):
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def line(name, right, said, wanted):
    precision, recall, f1 = ratios(right, said, wanted)
    print(f"{name:<28} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}   ({right} right of {said} found, {wanted} wanted)")
    return f1


def overlap(mention, start, end):
    return min(mention["end"], end) - max(mention["start"], start)


def score_gap(binary, path):
    rows = list(csv.DictReader(open(path, encoding="utf8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    graphs = extract(binary, [(row["ID"], row["Text"]) for row in rows])
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for row in rows:
        entities = graphs.get(row["ID"], [])
        start = int(row["Pronoun-offset"])
        meant = {e["id"] for e in entities for m in e["mentions"] if m["kind"] == "pronoun" and m["start"] == start}
        gender = "men" if row["Pronoun"].lower() in ("he", "him", "his") else "women"
        for name in "AB":
            first = int(row[name + "-offset"])
            last = first + len(row[name])
            named = [(overlap(m, first, last), e["id"]) for e in entities for m in e["mentions"] if m["kind"] == "name"]
            best = max(named, default=(0, None))
            found, wanted = best[0] > 0 and best[1] in meant, row[name + "-coref"].upper() == "TRUE"
            for key in ("all", gender):
                for slot, hit in enumerate((found and wanted, found, wanted)):
                    counts[key][slot] += hit
    scores = {key: line(f"GAP, {key}", *counts[key]) for key in ("all", "men", "women")}
    print(f"GAP, women to men (bias)     {scores['women'] / max(1e-9, scores['men']):.3f}")


def read_gum(paths, genre):
    """Texts with their gold mentions, in characters of the text: start, end, head, thing, kind."""
    for path in paths:
        text, mentions, id, wanted = "", [], None, False
        sentence, opened, paragraph = [], [], True
        for row in open(path, encoding="utf8"):
            row = row.rstrip("\n")
            if row.startswith("# newdoc id = "):
                if wanted:
                    yield id, text, mentions
                id, text, mentions, opened = row[14:], "", [], []
                wanted = f"_{genre}_" in id
            elif row.startswith("# newpar"):
                paragraph = True
            elif row.startswith("# text"):
                if text:
                    text = text.rstrip(" ") + ("\n\n" if paragraph else " ")
                paragraph, sentence, merged_until = False, {}, -1
            elif row and row[0].isdigit():
                column = row.split("\t")
                if "." in column[0]:
                    continue
                space = "" if "SpaceAfter=No" in column[9] else " "
                if "-" in column[0]:
                    merged_until, merged, merged_at, merged_space = int(column[0].split("-")[1]), column[1], len(text), space
                    continue
                number = int(column[0])
                if number <= merged_until:
                    start = max([sentence[n][1] for n in sentence if n == number - 1 and sentence[n][0] >= merged_at] or [merged_at])
                    end = start + len(column[1]) if number < merged_until else merged_at + len(merged)
                    if number == merged_until:
                        text += merged + merged_space
                else:
                    start = len(text)
                    end = start + len(column[1])
                    text += column[1] + space
                sentence[number] = (start, end, column[3], column[1])
                entity = next((field[7:] for field in column[9].split("|") if field.startswith("Entity=")), "")
                for bracket in re.finditer(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)", entity):
                    whole, opening, closing = bracket.groups()
                    if closing:
                        place = max((k for k in range(len(opened)) if opened[k][0] == closing.split("-")[0]), default=None)
                        done = [opened.pop(place)] if place is not None else []
                    else:
                        fields = (whole or opening).split("-")
                        head = next((f for f in fields[2:] if re.fullmatch(r"\d+(,\d+)*", f)), "1").split(",")[0]
                        mention = (fields[0], fields[1], start, number, int(head), sentence)
                        done = [mention] if whole else []
                        if opening:
                            opened.append(mention)
                    for thing, type, first, token, head, words in done:
                        mentions.append([thing, type, first, end, (words, token + head - 1)])
        if wanted:
            yield id, text, mentions


def score_gum(binary, paths, genre):
    articles = list(read_gum(paths, genre))
    graphs = extract(binary, [(id, text) for id, text, _ in articles])
    names, pronouns = [0, 0, 0], [0, 0, 0]
    for id, _, mentions in articles:
        gold = []
        for thing, type, start, end, (words, head) in mentions:
            if head in words:
                first, last, tag, form = words[head]
                kind = "pronoun" if tag == "PRON" else "name" if tag == "PROPN" else "nominal"
                gold.append({"thing": thing, "type": type, "start": first, "end": last, "kind": kind, "form": form.lower(), "from": start, "to": end})
        gold.sort(key=lambda m: (m["start"], m["from"]))
        system = sorted(
            ({**m, "entity": e["id"]} for e in graphs.get(id, []) for m in e["mentions"]), key=lambda m: (m["start"], m["end"]))
        things = {"person", "organization", "place"}
        gold_names = [m for m in gold if m["kind"] == "name" and m["type"] in things]
        # Each name found goes with the shortest gold name around it.
        of_gold, of_system = {}, {}
        for k, mention in enumerate(system):
            around = [
                (gold["to"] - gold["from"], place) for place, gold in enumerate(gold_names)
                if gold["from"] <= mention["start"] and mention["end"] <= gold["to"] and place not in of_gold]
            if mention["kind"] == "name" and around:
                of_gold[min(around)[1]], of_system[k] = k, min(around)[1]
        last = {}
        for place, mention in enumerate(gold_names):
            before = last.get(mention["thing"])
            last[mention["thing"]] = place
            if before is not None:
                names[2] += 1
                names[0] += place in of_gold and before in of_gold and system[of_gold[place]]["entity"] == system[of_gold[before]]["entity"]
        last, right = {}, 0
        for k, mention in enumerate(system):
            if k in of_system:
                before = last.get(mention["entity"])
                last[mention["entity"]] = k
                if before is not None:
                    names[1] += 1
        # Pronouns of the third person that mean something with a name.
        named = {m["thing"] for m in gold_names}
        called = collections.defaultdict(set)
        for k, place in of_system.items():
            called[system[k]["entity"]].add(gold_names[place]["thing"])
        third = {"he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their", "himself", "herself", "itself", "themselves"}
        for mention in gold:
            if mention["form"] in third and mention["kind"] == "pronoun":
                found = [m for m in system if m["kind"] == "pronoun" and m["start"] == mention["start"]]
                pronouns[2] += mention["thing"] in named
                pronouns[1] += bool(found)
                pronouns[0] += bool(found) and mention["thing"] in called[found[0]["entity"]]
    line(f"GUM {genre}, name to name", *names)
    line(f"GUM {genre}, pronoun to name", *pronouns)


def main(arguments):
    if len(arguments) < 3 or arguments[0] not in ("gap", "gum"):
        sys.exit(__doc__)
    genre = "news"
    if "--genre" in arguments:
        at = arguments.index("--genre")
        genre = arguments[at + 1]
        del arguments[at:at + 2]
    if arguments[0] == "gap":
        score_gap(arguments[1], arguments[2])
    else:
        score_gum(arguments[1], arguments[2:], genre)


if __name__ == "__main__":
    main(sys.argv[1:])
