#!/usr/bin/env python3
"""Reads the exports of one graph with the readers of other programs, and compares what they see with the graph.

validate-exports.py FOLDER: FOLDER holds graph.json and what `entitygraph export` wrote beside it: graph.graphml, graph.gexf, graph.cyjs,
graph.ttl, graph.jsonld, graph.ftm.json, events.csv, csv/, neo4j/. Needs networkx, rdflib and followthemoney.
"""

import csv
import json
import re
import sys
from pathlib import Path

import networkx
import rdflib
from followthemoney import model
from rdflib.compare import isomorphic

EDGE_KEY = ("relation", "status")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def edges_of(graph: networkx.MultiDiGraph) -> list[tuple[str, ...]]:
    return sorted((a, b, *(data[key] for key in EDGE_KEY)) for a, b, data in graph.edges(data=True))


def check(name: str, found: object, expected: object) -> None:
    if found != expected:
        sys.exit(f"{name}: found {str(found)[:500]}, expected {str(expected)[:500]}")


def check_networks(folder: Path, nodes: list[str], edges: list[tuple[str, ...]]) -> None:
    readers = {
        "graph.graphml": lambda path: networkx.read_graphml(path, force_multigraph=True),
        "graph.gexf": lambda path: networkx.read_gexf(path),
        "graph.cyjs": lambda path: networkx.cytoscape_graph(json.loads(path.read_text(encoding="utf-8"))),
    }
    for name, read in readers.items():
        graph = read(folder / name)
        check(f"{name} nodes", sorted(graph.nodes), nodes)
        check(f"{name} edges", edges_of(networkx.MultiDiGraph(graph)), edges)


def check_triples(folder: Path, graph: dict) -> None:
    turtle = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    linked = rdflib.Graph().parse(folder / "graph.jsonld", format="json-ld")
    if not isomorphic(turtle, linked):
        difference = [triple for triple in turtle if triple not in linked][:3] + [triple for triple in linked if triple not in turtle][:3]
        sys.exit(f"graph.ttl and graph.jsonld do not say the same: {difference}")
    statements = list(turtle.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    check("graph.ttl statements", len(statements), sum(len(relation["statements"]) for relation in graph["relations"]))
    labels = sorted(
        str(label) for kind in ("Person", "Country", "Organization", "Place")
        for node in turtle.subjects(rdflib.RDF.type, rdflib.URIRef(f"http://schema.org/{kind}")) for label in turtle.objects(node, rdflib.RDFS.label))
    check("graph.ttl labels", labels, sorted(entity["name"] for entity in graph["entities"]))
    # Only what is told as fact is a plain triple.
    plain = [(p, o) for _, p, o in turtle if str(p).startswith("urn:entitygraph:relation:")]
    asserted = [relation for relation in graph["relations"] if relation["status"] == "asserted"]
    check("graph.ttl plain triples", len(plain), len(asserted))


def check_money(folder: Path, graph: dict) -> None:
    known, referred = set(), set()
    for line in (folder / "graph.ftm.json").read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        if schema is None:
            sys.exit(f"graph.ftm.json: there is no schema {data['schema']}")
        schema.validate(data)
        proxy = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None:
                sys.exit(f"graph.ftm.json: {data['schema']} has no property {name}")
            kept = proxy.get(name)
            if len(kept) != len(set(values)):
                sys.exit(f"graph.ftm.json: {data['schema']}.{name} takes {kept} of {values}")
            if prop.type.name == "entity":
                referred |= {(value, prop.range.name) for value in values}
        known.add((proxy.id, proxy.schema))
    schemas = dict(known)
    for identifier, wanted in sorted(referred):
        if identifier not in schemas:
            sys.exit(f"graph.ftm.json: {identifier} is referred to and not there")
        if not schemas[identifier].is_a(wanted):
            sys.exit(f"graph.ftm.json: {identifier} is {schemas[identifier].name}, expected {wanted}")
    told = [relation for relation in graph["relations"] if relation["status"] in ("asserted", "alleged", "former")]
    check("graph.ftm.json entities", len(known), len(graph["documents"]) + len(graph["entities"]) + len(told))


# What a cell of each type may hold (Neo4j operations manual, "CSV header format"); an empty cell is no property.
NEO4J_VALUES = {
    "string": r".*", "boolean": r"true|false", "int": r"-?\d{1,10}", "long": r"-?\d{1,19}", "double": r"-?\d+(\.\d+)?([eE][+-]?\d+)?",
}
NEO4J_FIELD = re.compile(r"(?P<name>[^:]*)(:(?P<type>[A-Za-z_]+)(?P<list>\[\])?)?")


def check_neo4j(folder: Path, graph: dict, keys: list[tuple[str, ...]]) -> None:
    """Neo4j's importer needs a server that is in neither Debian nor PyPI, so that this holds the files against its manual instead."""
    nodes = neo4j_rows(folder / "nodes.csv", needed={"ID"}, allowed={"ID", "LABEL"})
    edges = neo4j_rows(folder / "relationships.csv", needed={"START_ID", "END_ID", "TYPE"}, allowed={"START_ID", "END_ID", "TYPE"})
    identifiers = [row["ID"] for row in nodes]
    check("nodes.csv: identifiers are unique", len(set(identifiers)), len(identifiers))
    check("nodes.csv", set(identifiers), {entity["id"] for entity in graph["entities"]})
    for row in nodes:
        if not all(re.fullmatch("[A-Z][A-Za-z]*", label) for label in row["LABEL"].split(";")):
            sys.exit(f"nodes.csv: the labels '{row['LABEL']}' cannot be written in Cypher without quotes")
    for row in edges:
        if row["START_ID"] not in identifiers or row["END_ID"] not in identifiers or not re.fullmatch("[A-Z][A-Z0-9_]*", row["TYPE"]):
            sys.exit(f"relationships.csv: {row}")
    found = sorted((row["START_ID"], row["TYPE"].lower(), row["END_ID"], row["status"]) for row in edges)
    check("relationships.csv", found, sorted(keys))


def neo4j_rows(path: Path, needed: set[str], allowed: set[str]) -> list[dict[str, str]]:
    """The rows by special field or property name; exits where header or cell is not as the importer wants it."""
    text = path.read_bytes().decode("utf-8")
    with path.open(newline="", encoding="utf-8") as file:
        header, *cells = list(csv.reader(file, strict=True))
    # Without --multiline-fields, a row is a line.
    check(f"{path.name}: lines", len(text.splitlines()), len(cells) + 1)
    columns, seen, special = [], set(), set()
    for field in header:
        match = NEO4J_FIELD.fullmatch(field)
        if match is None:
            sys.exit(f"{path.name}: '{field}' is no header field")
        kind = match["type"] or "string"
        name = kind if kind.isupper() else match["name"]
        if kind.isupper() and kind not in allowed or not kind.isupper() and (kind not in NEO4J_VALUES or not match["name"]) or name in seen:
            sys.exit(f"{path.name}: the header field '{field}' is of no known type, has no name, or occurs twice")
        seen.add(name)
        special |= {kind} if kind.isupper() else set()
        columns.append((name, kind, bool(match["list"])))
    if not needed <= special:
        sys.exit(f"{path.name}: the header lacks {needed - special}")
    out = []
    for number, row in enumerate(cells, start=2):
        if len(row) != len(columns):
            sys.exit(f"{path.name}:{number}: {len(row)} cells, expected {len(columns)}")
        for (name, kind, is_list), cell in zip(columns, row):
            values = cell.split(";") if is_list else [cell]
            if name in needed and not cell or cell and not kind.isupper() and not all(re.fullmatch(NEO4J_VALUES[kind], v) for v in values):
                sys.exit(f"{path.name}:{number}: '{cell}' is no {kind}{'[]' if is_list else ''} for {name}")
        out.append({name: cell for (name, _, _), cell in zip(columns, row)})
    return out


def check_tables(folder: Path, graph: dict) -> None:
    entities, relations = rows(folder / "csv" / "entities.csv"), rows(folder / "csv" / "relations.csv")
    check("entities.csv", sorted(row["name"] for row in entities), sorted(entity["name"] for entity in graph["entities"]))
    keys = [tuple(relation[key] for key in ("subject", "type", "object", "status")) for relation in graph["relations"]]
    check("relations.csv", sorted(tuple(row[key] for key in ("subject", "type", "object", "status")) for row in relations), sorted(keys))
    check_neo4j(folder / "neo4j", graph, keys)
    events = rows(folder / "events.csv")
    for row in events:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?|", row["date"]) or not (row["plover"] or row["cameo"]):
            sys.exit(f"events.csv: {row}")
    check("events.csv order", [row["date"] for row in events], sorted(row["date"] for row in events))


def main() -> None:
    folder = Path(sys.argv[1])
    graph = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    nodes = sorted(entity["id"] for entity in graph["entities"])
    edges = sorted((r["subject"], r["object"], r["type"], r["status"]) for r in graph["relations"])
    check_networks(folder, nodes, edges)
    check_triples(folder, graph)
    check_money(folder, graph)
    check_tables(folder, graph)
    print(f"exports of {len(nodes)} entities and {len(edges)} relations read back right")


main()
