import Foundation
import GraphModel

@testable import LanguageAnalysis

/// Makes the table of the learned sentence splitter from treebanks, by logistic regression (AdaGrad: Duchi, Hazan and Singer 2011).
struct SentenceTableRecorder {
    /// Features that occur less often are left out, as are weights nearer to zero than this.
    static let leastCount = 5
    static let leastWeight: Float = 0.15
    static let rounds = 12
    static let rate: Float = 0.12
    static let decay: Float = 3e-6

    private var identifiers: [[UInt8]: Int32] = [:]
    private var counts: [Int32] = []
    private var places: [(features: ArraySlice<Int32>, isEnd: Bool)] = []

    /// A passage of a treebank: the text, and where in it sentences end.
    struct Passage {
        var text: String
        var ends: Set<Int>
    }

    /// The passages of a treebank; its paragraphs are parted by comments `# newpar`.
    static func passages(ofTreebank text: String) throws -> [Passage] {
        var found: [Passage] = []
        for given in try ConlluDocument.tokens(ofFile: text) {
            let document = given.tokens
            var start = 0
            var ends: Set<Int> = []
            func close(at end: Int) {
                if end > start { found.append(Passage(text: String(document.document.text[TextSpan(start: start, end: end)]), ends: ends)) }
                (start, ends) = (end, [])
            }
            for sentence in document.sentences {
                let span = document.span(of: sentence.tokens)
                if given.layout.comments(before: sentence.tokens.lowerBound).contains(where: { $0.hasPrefix("# newpar") }) { close(at: span.start) }
                ends.insert(span.end - start)
            }
            close(at: document.document.text.utf8.count)
        }
        return found
    }

    mutating func add(_ passage: Passage) {
        var text = passage.text
        let tokens = Tokenizer().tokens(of: text)
        guard tokens.count > 1 else { return }
        let ruled = SentenceSplitter().ruledStarts(of: tokens, in: text)
        text.withUTF8 { bytes in
            var features = BoundaryFeatures(tokens: tokens, ruled: ruled, bytes: bytes)
            for index in 1..<tokens.count {
                let isEnd = passage.ends.contains(tokens[index - 1].end)
                if features.mayEnd(before: index) {
                    var own: [Int32] = []
                    features.visit(before: index) { feature in
                        let identifier = identifiers[feature] ?? Int32(identifiers.count)
                        if Int(identifier) == identifiers.count {
                            identifiers[feature] = identifier
                            counts.append(0)
                        }
                        counts[Int(identifier)] += 1
                        own.append(identifier)
                    }
                    places.append((own[...], isEnd))
                }
                if isEnd { features.begin(at: index) }
            }
        }
    }

    /// The lines of the table, in the order of the features.
    func lines() -> [String] {
        var weights = [Float](repeating: 0, count: counts.count)
        var squares = [Float](repeating: 1e-6, count: counts.count)
        var sums = weights
        let kept = places.map { place in (place.features.filter { counts[Int($0)] >= Int32(Self.leastCount) }, place.isEnd) }
        var order = Array(kept.indices)
        var state: UInt64 = 1
        for round in 0..<Self.rounds {
            for index in stride(from: order.count - 1, to: 0, by: -1) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
            }
            for index in order {
                let (features, isEnd) = kept[index]
                var score: Float = 0
                for feature in features { score += weights[Int(feature)] }
                let error = (isEnd ? 1 : 0) - 1 / (1 + exp(-score))
                for feature in features {
                    let at = Int(feature)
                    let gradient = error - Self.decay * Float(kept.count) / Float(counts[at]) * weights[at]
                    squares[at] += gradient * gradient
                    weights[at] += Self.rate * gradient / squares[at].squareRoot()
                }
            }
            if round >= Self.rounds / 2 { for at in sums.indices { sums[at] += weights[at] } }
        }
        let factor = 1 / Float(Self.rounds - Self.rounds / 2)
        return identifiers.compactMap { feature, identifier -> String? in
            let weight = sums[Int(identifier)] * factor
            guard abs(weight) >= Self.leastWeight, counts[Int(identifier)] >= Int32(Self.leastCount) else { return nil }
            let hundredths = Int((weight * 100).rounded())
            return "\(String(decoding: feature, as: UTF8.self))\t\(hundredths)"
        }.sorted()
    }
}
