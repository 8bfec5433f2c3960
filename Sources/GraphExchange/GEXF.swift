public import GraphModel

/// The graph as GEXF 1.2 (gexf.net), the format of Gephi, with times: a relation has a spell for each stretch of time that its statements
/// give, so that Gephi's timeline shows the graph grow.
///
/// An event lasts from the first to the last day that its date may mean, a state from its date to its end, open where the text does not say.
/// A relation without any date has the days of publication as its spells' beginnings; `dated` tells which. Nodes live as long as their relations.
public enum GEXF {
    private static let entityFields = [
        ("type", "string"), ("nominal", "boolean"), ("aliases", "string"), ("identifiers", "string"), ("mentions", "integer"),
    ]
    private static let relationFields = [
        ("relation", "string"), ("status", "string"), ("symmetric", "boolean"), ("confidence", "double"), ("sources", "integer"),
        ("title", "string"), ("amount", "double"), ("currency", "string"), ("sentence", "string"), ("dated", "boolean"),
    ]

    /// The graph as UTF-8 XML.
    public static func encode(_ graph: KnowledgeGraph, ontology: Ontology) -> [UInt8] {
        let published = Dictionary(graph.documents.map { ($0.id, $0.published) }, uniquingKeysWith: { first, _ in first })
        let spells = graph.relations.map { Spell.all(of: $0, isState: ontology[$0.type]?.kind == .state, published: published) }
        var lives: [Entity.ID: [Spell]] = [:]
        for (relation, own) in zip(graph.relations, spells) {
            lives[relation.subject, default: []] += own
            lives[relation.object, default: []] += own
        }
        var xml = XMLText()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n")
        xml.raw(" <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n")
        fields(entityFields, of: "node", to: &xml)
        fields(relationFields, of: "edge", to: &xml)
        xml.raw("  <nodes>\n")
        for entity in graph.entities { node(entity, spells: Spell.joined(lives[entity.id] ?? []), to: &xml) }
        xml.raw("  </nodes>\n  <edges>\n")
        for (index, relation) in graph.relations.enumerated() {
            edge(relation, id: index, spells: spells[index], isSymmetric: ontology[relation.type]?.isSymmetric ?? false, to: &xml)
        }
        xml.raw("  </edges>\n </graph>\n</gexf>\n")
        return xml.bytes
    }

    private static func fields(_ fields: [(String, String)], of owner: String, to xml: inout XMLText) {
        xml.raw("  <attributes class=\"\(owner)\">\n")
        for (name, type) in fields { xml.raw("   <attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n") }
        xml.raw("  </attributes>\n")
    }

    private static func node(_ entity: Entity, spells: [Spell], to xml: inout XMLText) {
        xml.raw("   <node id=\"")
        xml.text(entity.id)
        xml.raw("\" label=\"")
        xml.text(entity.name)
        xml.raw("\"><attvalues>")
        value("type", entity.type.rawValue, to: &xml)
        value("nominal", entity.isNominal ? "true" : "false", to: &xml)
        value("aliases", entity.aliases.joined(separator: "|"), to: &xml)
        value("identifiers", entity.identifiers.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "|"), to: &xml)
        value("mentions", String(entity.mentions.count), to: &xml)
        xml.raw("</attvalues>")
        write(spells, to: &xml)
        xml.raw("</node>\n")
    }

    private static func edge(_ relation: Relation, id: Int, spells: [Spell], isSymmetric: Bool, to xml: inout XMLText) {
        let summary = RelationSummary(relation), qualifiers = summary.best?.qualifiers
        xml.raw("   <edge id=\"r\(id)\" source=\"")
        xml.text(relation.subject)
        xml.raw("\" target=\"")
        xml.text(relation.object)
        xml.raw("\" label=\"")
        xml.text(relation.type)
        // The weight says how well the relation is backed.
        xml.raw("\" weight=\"\(max(1, relation.sources))\"><attvalues>")
        value("relation", relation.type, to: &xml)
        value("status", relation.status.rawValue, to: &xml)
        value("symmetric", isSymmetric ? "true" : "false", to: &xml)
        value("confidence", JSONText.hundredths(relation.confidence), to: &xml)
        value("sources", String(relation.sources), to: &xml)
        value("title", qualifiers?.title, to: &xml)
        value("amount", qualifiers?.amount.map { JSONText.number($0.value) }, to: &xml)
        value("currency", qualifiers?.amount?.currency, to: &xml)
        value("sentence", summary.best?.evidence.text, to: &xml)
        value("dated", summary.first == nil ? "false" : "true", to: &xml)
        xml.raw("</attvalues>")
        write(spells, to: &xml)
        xml.raw("</edge>\n")
    }

    private static func value(_ name: String, _ value: String?, to xml: inout XMLText) {
        guard let value else { return }
        xml.raw("<attvalue for=\"\(name)\" value=\"")
        xml.text(value)
        xml.raw("\"/>")
    }

    private static func write(_ spells: [Spell], to xml: inout XMLText) {
        guard !spells.isEmpty else { return }
        xml.raw("<spells>")
        for spell in spells {
            xml.raw("<spell")
            if let start = spell.start { xml.raw(" start=\"\(start)\"") }
            if let end = spell.end { xml.raw(" end=\"\(end)\"") }
            xml.raw("/>")
        }
        xml.raw("</spells>")
    }
}

/// A stretch of whole days, both ends included; nil is open.
struct Spell: Hashable {
    var start: PartialDate?
    var end: PartialDate?

    /// The spells of a relation, by beginning.
    static func all(of relation: Relation, isState: Bool, published: [Document.ID: PartialDate?]) -> [Spell] {
        var spells = relation.statements.compactMap { statement -> Spell? in
            if let date = statement.date {
                return Spell(start: date.firstDay, end: statement.until?.lastDay ?? (isState ? nil : date.lastDay))
            }
            return statement.until.map { Spell(start: nil, end: $0.lastDay) }
        }
        if spells.isEmpty {
            spells = relation.statements.compactMap { statement in
                (published[statement.document] ?? nil).map { Spell(start: $0.firstDay, end: isState ? nil : $0.lastDay) }
            }
        }
        return joined(spells)
    }

    /// The same days, spells that touch or overlap made one, by beginning.
    static func joined(_ spells: [Spell]) -> [Spell] {
        let sorted = Set(spells).sorted { a, b in
            switch (a.start, b.start) {
            case (nil, nil): (a.end?.description ?? "~") < (b.end?.description ?? "~")
            case (nil, _): true
            case (_, nil): false
            case (let x?, let y?): x == y ? (a.end?.description ?? "~") < (b.end?.description ?? "~") : x < y
            }
        }
        var result: [Spell] = []
        for spell in sorted {
            guard let last = result.last else {
                result.append(spell)
                continue
            }
            let overlaps = last.end.map { end in spell.start.map { $0 <= end } ?? true } ?? true
            if overlaps {
                let end = last.end.flatMap { end in spell.end.map { max(end, $0) } }
                result[result.count - 1].end = end
            } else {
                result.append(spell)
            }
        }
        return result
    }
}
