import GraphModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds the best sequence of BIO tags in which every I- continues its own type (Viterbi), and the names in it.
struct NameDecoder {
    /// For each tag of the model: the type it belongs to, nil for O, and whether it begins a name.
    private let types: [NameType?]
    private let begins: [Bool]

    /// Tags as the model lists them: `O`, `B-PER`, `I-PER`, ...
    init(labels: [String]) {
        types = labels.map { NameType(rawValue: String($0.dropFirst(2))) }
        begins = labels.map { $0.hasPrefix("B-") }
    }

    /// The names among the words, as ranges of word indices; `logits` has a row of scores for each word.
    func names(logits: [Float], count: Int) -> [NameReading] {
        guard count > 0 else { return [] }
        let width = types.count
        let scores = logProbabilities(logits, count, width)
        var best = (0..<width).map { isInside($0) ? -Double.infinity : scores[$0] }
        var back = [Int](repeating: 0, count: count * width)
        for word in 1..<max(count, 1) {
            var next = [Double](repeating: -.infinity, count: width)
            for tag in 0..<width {
                for previous in 0..<width where follows(tag, previous) && best[previous] + scores[word * width + tag] > next[tag] {
                    next[tag] = best[previous] + scores[word * width + tag]
                    back[word * width + tag] = previous
                }
            }
            best = next
        }
        var tags = [Int](repeating: 0, count: count)
        tags[count - 1] = best.indices.max { (best[$0], $1) < (best[$1], $0) } ?? 0
        for word in stride(from: count - 1, to: 0, by: -1) { tags[word - 1] = back[word * width + tags[word]] }
        return spans(tags, scores, width)
    }

    private func isInside(_ tag: Int) -> Bool { types[tag] != nil && !begins[tag] }

    private func follows(_ tag: Int, _ previous: Int) -> Bool { !isInside(tag) || types[previous] == types[tag] }

    /// The names; how likely one is of a type is the mean over its words.
    private func spans(_ tags: [Int], _ scores: [Double], _ width: Int) -> [NameReading] {
        var found: [NameReading] = []
        for (word, tag) in tags.enumerated() {
            guard let type = types[tag] else { continue }
            if begins[tag] || found.isEmpty {
                found.append(NameReading(tokens: word..<(word + 1), type: type))
            } else {
                found[found.count - 1].tokens = found[found.count - 1].tokens.lowerBound..<(word + 1)
            }
        }
        for index in found.indices {
            let range = found[index].tokens
            for word in range {
                for tag in 0..<width {
                    guard let type = types[tag] else { continue }
                    found[index].likelihood[type, default: 0] += exp(scores[word * width + tag]) / Double(range.count)
                }
                found[index].probability += exp(scores[word * width + tags[word]]) / Double(range.count)
            }
        }
        return found
    }

    private func logProbabilities(_ logits: [Float], _ count: Int, _ width: Int) -> [Double] {
        var result = [Double](repeating: 0, count: count * width)
        for word in 0..<count {
            let row = word * width
            var top = -Double.infinity
            for tag in 0..<width { top = max(top, Double(logits[row + tag])) }
            var sum = 0.0
            for tag in 0..<width { sum += exp(Double(logits[row + tag]) - top) }
            let shift = top + log(sum)
            for tag in 0..<width { result[row + tag] = Double(logits[row + tag]) - shift }
        }
        return result
    }
}

/// A run of words that the model takes for a name, with how much it looks like each type.
struct NameReading {
    var tokens: Range<Int>
    var type: NameType
    /// Of the tags chosen.
    var probability = 0.0
    /// 0 to 1 for each type.
    var likelihood: [NameType: Double] = [:]

    init(tokens: Range<Int>, type: NameType) {
        self.tokens = tokens
        self.type = type
    }
}
