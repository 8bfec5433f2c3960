internal import GraphModel

/// When things happened that an article tells of without their agent or their post: "After his arrest on Friday", "mayor since 1998".
struct EventDates {
    private struct Event: Hashable {
        var relation: RelationType.ID
        var party: LocalEntity.ID
    }

    private var dateOfVictim: [Event: Set<PartialDate>] = [:]
    private var startOfPost: [Event: [(title: Substring, date: PartialDate)]] = [:]

    /// - Parameter halves: patterns of which one party is missing, roles among them.
    init(halves: [HalfMatch], qualifiers: QualifierReader, status: StatusReader, ontology: Ontology) {
        for half in halves {
            let relation = half.match.pattern.relation
            if half.match.pattern.kind == .role {
                guard half.objects.isEmpty, let date = qualifiers.time(of: half.match)?.date, let title = half.match.phrase.words.last else {
                    continue
                }
                for holder in half.subjects {
                    startOfPost[Event(relation: relation, party: holder.entity), default: []].append((Substring(title), date))
                }
            } else if ontology.has(.once, relation), half.subjects.isEmpty {
                guard let date = qualifiers.time(of: half.match)?.date,
                    status.reading(of: half.match.frame.token, isState: false).status == .asserted
                else { continue }
                for victim in half.objects { dateOfVictim[Event(relation: relation, party: victim.entity), default: []].insert(date) }
            }
        }
    }

    /// When this happened by what other sentences say; nil if they do not, or disagree.
    func date(of statement: Statement<LocalEntity.ID>) -> PartialDate? {
        if let posts = startOfPost[Event(relation: statement.type, party: statement.subject)], let title = statement.qualifiers.title {
            let last = title.lowercased().split(separator: " ").last
            return posts.first { $0.title == last }?.date
        }
        guard statement.status == .asserted, let dates = dateOfVictim[Event(relation: statement.type, party: statement.object)] else { return nil }
        return dates.count == 1 ? dates.first : nil
    }
}
