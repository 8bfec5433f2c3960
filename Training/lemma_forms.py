#!/usr/bin/env python3
"""Add to lemmas.tsv the forms of frequent verbs and nouns that the lemmatizer's rules get wrong and the treebanks do not hold.

usage: lemma_forms.py INFLECTIONS TABLE      (needs the package wordfreq, which tells which words are frequent)

INFLECTIONS is infl_lu.csv of LemmInflect (MIT licence), made from the SPECIALIST Lexicon of the US National Library of Medicine.
TABLE is lemmas.tsv: what stands before the marker line stays, what follows it is made anew.
"""
import re, sys
from wordfreq import zipf_frequency

MARKER = "# Forms that the treebanks do not hold, from LemmInflect's table (MIT licence) of the SPECIALIST Lexicon (US National Library of Medicine)."
VOWELS = "aeiouy"
# Where the treebank's table is odd.
FIXED = {("lent", "VERB"): "lend", ("fled", "VERB"): "flee", ("fleeing", "VERB"): "flee", ("slain", "VERB"): "slay", ("slew", "VERB"): "slay",
    ("sought", "VERB"): "seek", ("freed", "VERB"): "free"}


def restored(stem):
    """Lemmatizer.restored of the Swift sources, word for word."""
    if len(stem) < 2: return stem
    last, before = stem[-1], stem[-2]
    if last == before and last not in VOWELS and (last not in "lsz" or (last == "l" and len(stem) > 5 and not stem.endswith("ell"))):
        return stem[:-1]
    for end in "at iz is ys v c u dg rg ng bl pl tl dl gl fl ut ir ur or ov in".split():
        if not stem.endswith(end): continue
        if end == "at" and stem.endswith(("eat", "oat")): return stem
        if end == "ng" and (not stem.endswith(("ang", "eng")) or stem.endswith("ang") and len(stem) < 5): return stem
        if end in ("or", "in", "ut", "ir", "ur") and len(stem) > 2 and stem[-3] in VOWELS: return stem
        if end == "in" and len(stem) < 6: return stem + ("e" if len(stem) <= 4 else "")
        return stem + "e"
    if len(stem) <= 4 and last not in VOWELS and before in VOWELS and last not in "wx" and (len(stem) == 2 or stem[-3] not in VOWELS):
        return stem + "e"
    return stem


def verb(word):
    if word.endswith(("ies", "ied")) and len(word) > 4: return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")): return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3: return word[:-1]
    if word.endswith("ing") and len(word) > 5: return restored(word[:-3])
    if word.endswith("ed") and len(word) > 4: return restored(word[:-2])
    return word


def noun(word):
    if word.endswith("ies") and len(word) > 4: return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")): return word[:-2]
    if word.endswith(("women", "men")): return word[:-2] + "an"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2: return word[:-1]
    return word


def main(inflections, table):
    kept = open(table, encoding="utf8").read().split(MARKER)[0].rstrip("\n")
    known = {tuple(line.split("\t")[:2]) for line in kept.split("\n") if not line.startswith("#")}
    lemmas, bases = {}, {"VERB": set(), "NOUN": set()}
    for line in open(inflections, encoding="utf8"):
        lemma, part, *forms = line.strip().split(",")
        part = part.upper()
        if part not in bases or not re.fullmatch("[a-z]{2,}", lemma) or zipf_frequency(lemma, "en") < 2.2: continue
        bases[part].add(lemma)
        for form in (f for field in forms for f in field.split("/") if re.fullmatch("[a-z]{2,}", f)):
            if form != lemma: lemmas.setdefault((form, part), set()).add(lemma)
    lines = [f"{form}\t{part}\t{lemma}" for (form, part), lemma in FIXED.items()]
    for (form, part), found in lemmas.items():
        if (form, part) in known or (form, part) in FIXED or form in bases[part] or zipf_frequency(form, "en") < 1.0: continue
        best = max(sorted(found), key=lambda lemma: zipf_frequency(lemma, "en"))
        if (verb if part == "VERB" else noun)(form) != best: lines.append(f"{form}\t{part}\t{best}")
    with open(table, "w", encoding="utf8") as out:
        out.write(kept + "\n" + MARKER + "\n" + "\n".join(sorted(lines)) + "\n")


if __name__ == "__main__": main(*sys.argv[1:])
