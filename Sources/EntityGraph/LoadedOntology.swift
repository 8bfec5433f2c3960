import GraphModel
import RelationExtraction

/// An ontology with what its files say about patterns.
struct LoadedOntology {
    var ontology: Ontology
    /// Patterns that the files hold or name, in their order.
    var patterns: [PatternFile]
    /// Relations that were switched off: their built-in patterns are left out, also where a later file defined them anew.
    var replaced: Set<RelationType.ID>
}
