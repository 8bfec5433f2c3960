import GraphModel
import Testing

@testable import RelationExtraction

/// Trees written as text: `form/lemma|POS|label>head`, the lemma left out where it is the form, heads counted from 1, 0 for the root.
enum TreeText {
    static func document(_ sentences: String..., role: Passage.Role = .paragraph) throws -> AnnotatedDocument {
        var lines: [String] = []
        for sentence in sentences {
            lines.append("# role = \(role.rawValue)")
            for (number, field) in sentence.split(whereSeparator: \.isWhitespace).enumerated() {
                let parts = field.split(separator: "|")
                let words = parts[0].split(separator: "/")
                let edge = parts[2].split(separator: ">")
                lines.append("\(number + 1)\t\(words[0])\t\(words.last ?? "")\t\(parts[1])\t_\t_\t\(edge[1])\t\(edge[0])\t_\t_")
            }
            lines.append("")
        }
        return try AnnotatedDocument(conllu: lines.joined(separator: "\n"))
    }

    /// Mentions of one word each, found by that word; entities in the order given.
    static func mentions(_ entities: [(word: String, type: EntityType)], in document: AnnotatedDocument) -> ResolvedMentions {
        var mentions: [Mention] = [], referents: [[LocalEntity.ID]] = []
        for (index, token) in document.tokens.enumerated() {
            guard let entity = entities.firstIndex(where: { $0.word == token.text }) else { continue }
            mentions.append(Mention(tokens: index..<(index + 1), head: index, span: token.span, kind: .name))
            referents.append([entity])
        }
        let locals = entities.enumerated().map { LocalEntity(id: $0, type: $1.type, name: $1.word, aliases: [], identifiers: [:]) }
        return ResolvedMentions(mentions: mentions, referents: referents, entities: locals)
    }

    private static let attacked: RelationType = {
        var type = RelationType(id: "attacked", group: "conflict", kind: .event, domain: Set(EntityType.allCases), range: Set(EntityType.allCases))
        type.traits = [.hostile]
        return type
    }()

    private static let accused: RelationType = {
        var type = RelationType(id: "accused", group: "diplomatic", kind: .event, domain: Set(EntityType.allCases), range: Set(EntityType.allCases))
        type.traits = [.accusation]
        return type
    }()

    /// An ontology of a few types.
    static let ontology = Ontology(
        version: "test",
        relationTypes: [
            accused,
            RelationType(id: "captured", group: "conflict", kind: .event, domain: Set(EntityType.allCases), range: [.person]),
            attacked,
            RelationType(
                id: "met_with", group: "diplomatic", kind: .event, domain: Set(EntityType.allCases), range: Set(EntityType.allCases),
                isSymmetric: true),
            RelationType(id: "head_of", group: "role", kind: .state, domain: [.person], range: [.country, .organization, .place]),
        ])

    static let grammar = """
        words support-verbs = launch|carry_out|hold|call_off
        words measure-nouns = wave|round
        words object-control-verbs = accuse|urge
        words control-nouns = plan
        words planned-verbs = plan|agree|try|want
        words planned-nouns = plan
        words denied-verbs = refuse|deny|fail|come_close_to|hold_off_on
        words asking-verbs = want
        words former-verbs = use_to
        words involvement-nouns = responsibility
        words cancelled-verbs = call_off|cancel|put_on_hold|close_attack
        words alleged-verbs = accuse_of|claim
        words requested-verbs = urge
        words possible-verbs = threaten
        words alleged-modifiers = alleged|allegedly
        words former-modifiers = former
        words reach-nouns = citizen
        relation captured
          {A} capture {B}
          {A} take {B} prisoner
          noun capture: by|mod|'s {A}, of|'s {B}
        relation attacked
          {A} attack {B}
          noun attack|strike: on|against {B}
        relation met_with
          {A} meet {B}
          noun talk: with {B}
        relation head_of
          role president|prime_minister: of {B}
        """

    /// What these patterns give, as "A relation B" with the status unless it is asserted.
    static func statements(
        _ document: AnnotatedDocument, _ entities: [(word: String, type: EntityType)], patterns: String = grammar
    ) throws -> [String] {
        let set = try PatternSet([PatternFile(name: "test.patterns", text: patterns)], ontology: ontology)
        let mentions = mentions(entities, in: document)
        return RelationExtraction(ontology: ontology, patterns: set).extract(document, mentions).statements.map {
            let status = $0.status == .asserted ? "" : " (\($0.status))"
            return "\(mentions.entities[$0.subject].name) \($0.type) \(mentions.entities[$0.object].name)\(status)"
        }
    }
}
