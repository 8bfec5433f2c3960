public import GraphModel

/// The graph as RDF in JSON-LD 1.1 (W3C): the triples of `Turtle`, as a `@context` and a flat `@graph`.
public enum JSONLD {
    /// The graph as UTF-8 JSON, a node a line.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        var text = JSONText()
        text.object(breakingLines: true) { text in
            text.key("@context")
            text.object { text in
                for (name, base) in RDFGraph.prefixes {
                    // A prefix that does not end in a mark of an IRI's parts must say that it is one.
                    text.key(name)
                    text.object {
                        $0.field("@id", base)
                        $0.key("@prefix")
                        $0.literal("true")
                    }
                }
            }
            text.key("@graph")
            text.array(RDFGraph(graph, ontology: ontology).nodes, breakingLines: true) { text, node in
                text.object { text in
                    text.field("@id", node.id.full)
                    for property in node.properties { write(property, to: &text) }
                }
            }
        }
        text.newline()
        return text.bytes
    }

    private static func write(_ property: (name: RDFGraph.IRI, values: [RDFGraph.Value]), to text: inout JSONText) {
        let isType = property.name == RDFGraph.IRI(prefix: "rdf", local: "type")
        text.key(isType ? "@type" : "\(property.name.prefix):\(property.name.local)")
        text.array(property.values) { text, value in
            switch value {
            case .resource(let iri) where isType: text.string("\(iri.prefix):\(iri.local)")
            case .resource(let iri): text.object { $0.field("@id", iri.full) }
            case .text(let words): text.string(words)
            case .typed(let words, let type):
                text.object {
                    $0.field("@value", words)
                    $0.field("@type", "\(type.prefix):\(type.local)")
                }
            }
        }
    }
}
