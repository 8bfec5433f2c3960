internal import GraphModel

extension FrameBuilder {
    /// Words that a role noun may describe, and how sure that is.
    struct Holders {
        var heads: [Int]
        var weight = 1.0
    }

    /// Who bears the role that a noun names: by apposition, title, copula, "as", or a verb that gives the role.
    mutating func holders(of noun: Int) -> [Holders] {
        var found: [Holders] = []
        let label = tree.label(of: noun)
        let head = tree.head(of: noun)
        // "Venezuela's president, Delcy Rodriguez"; "security minister Wiranto".
        for child in tree.children(of: noun) where child > noun {
            switch tree.label(of: child) {
            case .apposition:
                // "two Democratic representatives, Ana Diaz and Luis Vera": the second name may hang on the noun.
                let isPlural = tree.isPluralNoun(noun)
                let others = tree.children(of: noun).filter {
                    isPlural && $0 > child && tree.label(of: $0) == .conjunct && tree.partOfSpeech(of: $0) == .properNoun
                }
                found.append(Holders(heads: (isPlural || tree.forms[noun].hasSuffix("s") ? tree.coordination(of: child) : [child]) + others))
            case .nominalModifier where tree.isPluralNoun(noun) && isExample(child):
                // "leaders such as Ana Diaz and Luis Vera", "firms including Pemex".
                found.append(Holders(heads: tree.coordination(of: child), weight: 0.9))
            case .flat where tree.partOfSpeech(of: child) == .properNoun: found.append(Holders(heads: [noun]))
            default: break
            }
        }
        if let head {
            switch label {
            case .nominalModifier, .compound, .unmarkedNominalModifier, .adjectivalModifier:
                // "US President Donald Trump".
                if head < noun, label == .nominalModifier, tree.preposition(of: noun).isEmpty, tree.forms[head + 1..<noun].contains(",") {
                    found.append(Holders(heads: [head], weight: 0.9))
                }
                if head > noun, tree.preposition(of: noun).isEmpty, tree.partOfSpeech(of: head) == .properNoun || tree.isNoun(head) {
                    let isPlural = tree.forms[noun].hasSuffix("s")
                    let names = isPlural ? tree.coordination(of: head).filter { $0 == head || tree.partOfSpeech(of: $0) == .properNoun } : [head]
                    found.append(Holders(heads: names))
                }
            case .apposition, .parataxis:
                // "Delcy Rodriguez, Venezuela's president".
                if tree.isNominal(head), label == .apposition || !tree.has(noun, child: .subject) { found.append(Holders(heads: [head])) }
            case .adverbialClause where tree.isVerb(head) && !tree.has(noun, child: .subject) && !tree.has(noun, child: .copula):
                // "Hungary, once an ally of Serbia, closed the border."
                found.append(Holders(heads: frame(at: head).surfaceSubject, weight: 0.85))
            case .subject where tree.has(head, child: .copula) && tree.partOfSpeech(of: head) == .properNoun:
                // "whose foreign minister is Ana Diaz"
                found.append(Holders(heads: [head]))
            case .list, .dislocated:
                if tree.isNominal(head) { found.append(Holders(heads: [head], weight: 0.9)) }
            case .conjunct where tree.isNominal(head) && !hasOwnHolder(noun):
                // "mayor of Denver and governor of Colorado"; a list that the parser took an apposition for.
                found += holders(of: head).map { Holders(heads: $0.heads, weight: $0.weight * 0.95) }
                if tree.partOfSpeech(of: head) == .properNoun, tree.partOfSpeech(of: noun) == .noun, !tree.has(noun, child: .coordinatingConjunction),
                    noun > head
                {
                    found.append(Holders(heads: [head], weight: 0.85))
                }
            default: break
            }
            if (label == .oblique || label == .nominalModifier) && tree.preposition(of: noun) == "as" {
                found += holdersThroughAs(noun, head)
            }
        }
        // "Harris is one of Biden's rivals".
        if label == .nominalModifier, let head, grammar.measureNouns.contains(tree.lemmas[head]), tree.preposition(of: noun) == "of" {
            found += holders(of: head).map { Holders(heads: $0.heads, weight: $0.weight * 0.95) }
        }
        if found.isEmpty, let name = nameAfter(noun) { found.append(Holders(heads: [name], weight: 0.85)) }
        let subjects = copularSubject(of: noun)
        if !subjects.isEmpty { found.append(Holders(heads: subjects)) }
        if label == .object, let head, tree.isVerb(head) {
            // "elected her president", analysed with two objects; "became president".
            let above = frame(at: head)
            let others = above.heads(.indirectObject) + above.heads(.object)
            let named = others.filter { $0 != noun && !tree.coordination(of: noun).contains($0) }
            if ["become", "remain"].contains(tree.lemmas[head]) {
                found.append(Holders(heads: above.heads(.subject)))
            } else if ["elect", "name", "appoint", "make"].contains(tree.lemmas[head]), !named.isEmpty {
                found.append(Holders(heads: named))
            }
        }
        return found
    }

    /// Whether the name is given as an example of the noun that it hangs on.
    private func isExample(_ name: Int) -> Bool {
        switch tree.preposition(of: name) {
        case "such as", "including", "like": return true
        case "": return tree.subtree(of: name).first.map { $0 > 0 && tree.forms[$0 - 1] == "including" } ?? false
        default: return false
        }
    }

    /// "then-governor of Alaska Sarah Palin": the name that follows without a comma, though the tree does not join them.
    private func nameAfter(_ noun: Int) -> Int? {
        var last = noun
        for child in tree.children(of: noun) where child > noun && tree.label(of: child) == .nominalModifier {
            last = max(last, tree.subtree(of: child).last ?? last)
        }
        let next = last + 1
        guard next < tree.count, tree.sentenceOfToken[next] == tree.sentenceOfToken[noun], tree.partOfSpeech(of: next) == .properNoun,
            tree.label(of: next) != .flat, tree.preposition(of: next).isEmpty
        else { return nil }
        var head = next
        while let above = tree.head(of: head), above > head, tree.label(of: head) == .compound { head = above }
        return head
    }

    private func hasOwnHolder(_ noun: Int) -> Bool {
        nameAfter(noun) != nil
            || tree.children(of: noun).contains { tree.label(of: $0) == .apposition || tree.label(of: $0) == .subject || tree.label(of: $0) == .flat }
    }

    /// "served as mayor", "appointed Wiranto as minister", "known as".
    private mutating func holdersThroughAs(_ noun: Int, _ head: Int) -> [Holders] {
        if tree.isVerb(head) {
            let above = frame(at: head)
            let objects = above.heads(.object)
            return [Holders(heads: objects.isEmpty ? above.heads(.subject) : objects, weight: 0.9)].filter { !$0.heads.isEmpty }
        }
        // "his time as mayor", "her role as president".
        let possessors = frame(at: head).heads(.possessor)
        return possessors.isEmpty ? [] : [Holders(heads: possessors, weight: 0.9)]
    }
}
