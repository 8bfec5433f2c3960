import GraphModel

/// The JSON file as it stands, before places are translated.
struct GraphFile: Decodable {
    struct Head: Decodable {
        var format: String?
    }

    struct DocumentRow: Decodable {
        var id: String
        var source: String?
        var title: String?
        var published: PartialDate?
        var publisher: String?
        var copyOf: String?

        enum CodingKeys: String, CodingKey {
            case id, source, title, published, publisher
            case copyOf = "copy_of"
        }
    }

    struct MentionRow: Decodable {
        var document: String
        var start: Int
        var end: Int
        var text: String
        var kind: MentionKind
    }

    struct EntityRow: Decodable {
        var id: String
        var type: EntityType
        var name: String
        var nominal: Bool?
        var aliases: [String]?
        var identifiers: [String: String]?
        var mentions: [MentionRow]?
    }

    struct ParticipantRow: Decodable {
        var text: String
        var entity: String?
    }

    struct QualifierRow: Decodable {
        var amount: MoneyAmount?
        var title: String?
        var place: ParticipantRow?
        var attributedTo: ParticipantRow?
        var charge: String?

        enum CodingKeys: String, CodingKey {
            case amount, title, place, charge
            case attributedTo = "attributed_to"
        }
    }

    struct EndingRow: Decodable {
        var type: String
        var document: String
    }

    struct StatementRow: Decodable {
        var document: String
        var start: Int
        var end: Int
        var text: String
        var trigger: String?
        var rule: String?
        var confidence: Double
        var date: PartialDate?
        var until: PartialDate?
        var endedBy: EndingRow?
        var qualifiers: QualifierRow?

        enum CodingKeys: String, CodingKey {
            case document, start, end, text, trigger, rule, confidence, date, until, qualifiers
            case endedBy = "ended_by"
        }
    }

    struct RelationRow: Decodable {
        var subject: String
        var type: String
        var object: String
        var status: Status
        var confidence: Double
        var sources: Int
        var statements: [StatementRow]
    }

    var documents: [DocumentRow]
    var entities: [EntityRow]
    var relations: [RelationRow]
}
