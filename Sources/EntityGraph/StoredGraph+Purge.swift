import GraphModel
import GraphStorage

extension StoredGraph {
    /// Takes a person out for good: what articles say of it, its names, and its names in the articles' words. The store must have been
    /// opened for writing.
    ///
    /// - Parameter name: a name that means one person only, spelt as it is stored but for case and accents.
    /// - Returns: what was done, in a sentence.
    /// - Throws: `QuestionError` if nobody or more than one is called so; `StoreError`.
    public func purge(person name: String) throws -> String {
        let matches = try store.lookup(name, limit: 20).filter { $0.entity.type == .person }
        let exact = matches.filter { $0.quality <= .folded }
        guard let person = exact.first?.entity else {
            throw PurgeError.nobody(name, nearest: matches.prefix(3).map(\.entity.name))
        }
        // A surname that several bear says not whom to forget; an id always does.
        guard exact.count == 1 || exact[0].quality < exact[1].quality else {
            throw PurgeError.several(name, exact.map { "\($0.entity.name) (\($0.entity.id))" })
        }
        guard let summary = try store.purge(person: person.id, resolver: .byNames) else { throw PurgeError.nobody(name, nearest: []) }
        func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
        let corrections = summary.corrections > 0 ? ", \(count(summary.corrections, "correction"))" : ""
        return "purged: \(count(summary.statements, "statement"))\(corrections), and the name in \(count(summary.articles, "article"))"
    }
}

/// Why a person cannot be purged.
public enum PurgeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No person is called exactly so; the nearest ones.
    case nobody(String, nearest: [String])
    /// Several persons are called so.
    case several(String, [String])

    public var description: String {
        switch self {
        case .nobody(let name, let nearest):
            "no person is called '\(name)'" + (nearest.isEmpty ? "." : "; did you mean \(nearest.map { "'\($0)'" }.joined(separator: ", "))?")
                + " A purge needs the name as it is stored: 'entitygraph list entities --type person' shows all"
        case .several(let name, let people):
            "'\(name)' may mean \(people.joined(separator: ", ")); name one of them in full, or by its id"
        }
    }
}
