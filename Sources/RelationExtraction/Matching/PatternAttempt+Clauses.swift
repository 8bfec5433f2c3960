internal import GraphModel

/// Parties that stand within the clause that a verb governs: `that` and `to_do` of the pattern language.
extension PatternAttempt {
    static let contentClause = "that"
    static let infinitive = "to do"

    /// "demanded that B leave": the subject of the clause; "threatened to impose tariffs on B": whom the infinitive is about.
    func clauseParties(_ selector: String) -> [FrameArgument] {
        switch selector {
        case Self.contentClause:
            let contents = clauses(.clausalComplement) + clauses(.adnominalClause).filter { tree.marker(of: $0) == "that" }
            return contents.flatMap { clause in
                // "demanded that the hostages be freed" demands nothing of the hostages.
                tree.children(of: clause).filter { tree.label(of: $0) == .subject }
                    .map { FrameArgument(role: .oblique, preposition: selector, heads: tree.coordination(of: $0), weight: 0.9) }
            }
        case Self.infinitive:
            return clauses(.openComplement).filter { tree.marker(of: $0) == "to" }.flatMap { parties(under: $0, depth: 0) }
        default: return []
        }
    }

    /// Whether an infinitive follows: "told them to leave".
    var hasInfinitive: Bool { (clauses(.openComplement) + clauses(.adverbialClause)).contains { tree.marker(of: $0) == "to" } }

    private func clauses(_ label: DependencyLabel) -> [Int] {
        tree.children(of: frame.token).filter { tree.label(of: $0) == label && $0 > frame.token }
    }

    private func parties(under head: Int, depth: Int) -> [FrameArgument] {
        tree.children(of: head).flatMap { child -> [FrameArgument] in
            switch tree.label(of: child) {
            case .object, .indirectObject: break
            case .oblique, .nominalModifier: guard Self.partyPrepositions.contains(tree.preposition(of: child)) else { return [] }
            default: return []
            }
            let here = FrameArgument(
                role: .oblique, preposition: Self.infinitive, heads: tree.coordination(of: child), weight: 0.9 - 0.05 * Double(depth))
            return [here] + (depth < 2 ? parties(under: child, depth: depth + 1) : [])
        }
    }

    private static let partyPrepositions: Set<String> = ["on", "against", "with", "from", "into", "of", "out of", "upon", "off", "at"]
}
