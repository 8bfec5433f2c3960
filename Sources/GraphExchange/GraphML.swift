public import GraphModel

/// The graph as GraphML (graphml.graphdrawing.org), which Gephi, yEd, Cytoscape and networkx read.
///
/// Several relations may join two entities: an edge a relation, with an id of its own. All edges are directed, as networkx reads no mixed graphs;
/// the field `symmetric` tells those whose direction means nothing.
public enum GraphML {
    private static let entityFields = [
        ("type", "string"), ("label", "string"), ("nominal", "boolean"), ("aliases", "string"), ("identifiers", "string"), ("mentions", "int"),
    ]
    private static let relationFields = [
        ("relation", "string"), ("status", "string"), ("symmetric", "boolean"), ("confidence", "double"), ("sources", "int"),
        ("first_date", "string"),
        ("last_date", "string"), ("until", "string"), ("title", "string"), ("amount", "double"), ("currency", "string"), ("sentence", "string"),
    ]

    /// The graph as UTF-8 XML; `ontology` says which relations are symmetric.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var xml = XMLText()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
        for (name, type) in entityFields { xml.raw(" <key id=\"n_\(name)\" for=\"node\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n") }
        for (name, type) in relationFields { xml.raw(" <key id=\"e_\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n") }
        xml.raw(" <graph edgedefault=\"directed\">\n")
        for entity in graph.entities { node(entity, to: &xml) }
        for (index, relation) in graph.relations.enumerated() {
            edge(relation, id: "r\(index)", isSymmetric: ontology[relation.type]?.isSymmetric ?? false, to: &xml)
        }
        xml.raw(" </graph>\n</graphml>\n")
        return xml.bytes
    }

    private static func node(_ entity: Entity, to xml: inout XMLText) {
        xml.raw("  <node id=\"")
        xml.text(entity.id)
        xml.raw("\">")
        xml.data("n_type", entity.type.rawValue)
        xml.data("n_label", entity.name)
        xml.data("n_nominal", entity.isNominal ? "true" : "false")
        xml.data("n_aliases", entity.aliases.joined(separator: "|"))
        xml.data("n_identifiers", entity.identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "|"))
        xml.data("n_mentions", String(entity.mentions.count))
        xml.raw("</node>\n")
    }

    private static func edge(_ relation: Relation, id: String, isSymmetric: Bool, to xml: inout XMLText) {
        let summary = RelationSummary(relation), qualifiers = summary.best?.qualifiers
        xml.raw("  <edge id=\"\(id)\" source=\"")
        xml.text(relation.subject)
        xml.raw("\" target=\"")
        xml.text(relation.object)
        xml.raw("\">")
        xml.data("e_relation", relation.type)
        xml.data("e_status", relation.status.rawValue)
        xml.data("e_symmetric", isSymmetric ? "true" : "false")
        xml.data("e_confidence", JSONText.hundredths(relation.confidence))
        xml.data("e_sources", String(relation.sources))
        xml.data("e_first_date", summary.first?.description)
        xml.data("e_last_date", summary.last?.description)
        xml.data("e_until", summary.until?.description)
        xml.data("e_title", qualifiers?.title)
        xml.data("e_amount", qualifiers?.amount.map { JSONText.number($0.value) })
        xml.data("e_currency", qualifiers?.amount?.currency)
        xml.data("e_sentence", summary.best?.evidence.text)
        xml.raw("</edge>\n")
    }
}
