public import GraphModel

/// The graph as RDF in Turtle (W3C, RDF 1.1 Turtle), for triple stores and SPARQL.
public enum Turtle {
    /// The graph as UTF-8 text; subjects in graph order: articles, entities, relation types, statements.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, base) in RDFGraph.prefixes { bytes += Array("@prefix \(name): <\(base)> .\n".utf8) }
        for node in RDFGraph(graph, ontology: ontology).nodes {
            bytes += Array("\n\(written(node.id))".utf8)
            for (index, property) in node.properties.enumerated() {
                let isType = property.name == RDFGraph.IRI(prefix: "rdf", local: "type")
                let values = property.values.map(written).joined(separator: ", ")
                bytes += Array("\(index == 0 ? " " : " ;\n    ")\(isType ? "a" : written(property.name)) \(values)".utf8)
            }
            bytes += Array(" .\n".utf8)
        }
        return bytes
    }

    /// A prefixed name where the local part is plain, else the IRI in full.
    private static func written(_ iri: RDFGraph.IRI) -> String {
        let isPlain = iri.local.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isPlain ? "\(iri.prefix):\(iri.local)" : "<\(iri.full)>"
    }

    /// Turtle has all escapes that JSON strings may hold, with the same meaning.
    private static func written(_ value: RDFGraph.Value) -> String {
        switch value {
        case .resource(let iri): written(iri)
        case .text(let text): text.quotedAsJSON
        case .typed(let text, let type): "\(text.quotedAsJSON)^^\(written(type))"
        }
    }
}
