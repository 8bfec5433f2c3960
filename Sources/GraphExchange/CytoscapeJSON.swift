public import GraphModel

/// The graph as the JSON of Cytoscape.js (js.cytoscape.org), which Cytoscape and networkx read too: `elements.nodes` and `elements.edges`, each with `data`.
public enum CytoscapeJSON {
    /// The graph as UTF-8 JSON, an element a line.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var text = JSONText()
        text.object(breakingLines: true) { text in
            // networkx reads these two and takes the graph for a directed one with parallel edges.
            text.key("directed")
            text.literal("true")
            text.key("multigraph")
            text.literal("true")
            text.key("data")
            text.object { $0.field("name", "EntityGraph") }
            text.key("elements")
            text.object(breakingLines: true) { text in
                text.key("nodes")
                text.array(graph.entities, breakingLines: true) { $0.node($1) }
                text.key("edges")
                text.array(graph.relations.enumerated(), breakingLines: true) { text, element in
                    text.edge(element.element, id: element.offset, type: ontology[element.element.type])
                }
            }
        }
        text.newline()
        return text.bytes
    }
}

extension JSONText {
    fileprivate mutating func node(_ entity: Entity) {
        object { text in
            text.key("data")
            text.object { text in
                text.field("id", entity.id)
                // networkx takes this for the node.
                text.field("value", entity.id)
                text.field("name", entity.name)
                text.field("type", entity.type.rawValue)
                text.names(of: entity)
                text.field("mentions", entity.mentions.count)
            }
            text.field("classes", entity.type.rawValue)
        }
    }

    fileprivate mutating func edge(_ relation: Relation, id: Int, type: RelationType?) {
        let summary = RelationSummary(relation)
        object { text in
            text.key("data")
            text.object { text in
                text.field("id", "r\(id)")
                text.field("source", relation.subject)
                text.field("target", relation.object)
                // networkx tells parallel edges apart by this.
                text.field("key", id)
                text.field("relation", relation.type)
                text.field("label", type?.words ?? relation.type)
                text.field("status", relation.status.rawValue)
                text.field("confidence", hundredths: relation.confidence)
                text.field("sources", relation.sources)
                text.field("first_date", ifKnown: summary.first?.description)
                text.field("last_date", ifKnown: summary.last?.description)
                text.field("until", ifKnown: summary.until?.description)
                text.field("title", ifKnown: summary.best?.qualifiers.title)
                text.field("sentence", ifKnown: summary.best?.evidence.text)
                text.key("documents")
                text.array(summary.documents) { $0.string($1) }
            }
            text.field("classes", type.map { "\($0.group) \(relation.status.rawValue)" } ?? relation.status.rawValue)
        }
    }
}
