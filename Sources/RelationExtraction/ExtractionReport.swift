public import GraphModel

/// Why a sentence gave relations, or gave none: matched patterns with their status cues, and near misses.
public struct ExtractionReport: Sendable, Hashable {
    /// A pattern that held.
    public struct Fired: Sendable, Hashable {
        /// Index of the sentence.
        public var sentence: Int
        /// Index of the trigger's token.
        public var trigger: Int
        public var relation: RelationType.ID
        /// Where the pattern is written, and its line.
        public var pattern: PatternSource
        /// Names of the parties, pair by pair.
        public var pairs: [Pair]
        public var status: Status
        /// The words that decided the status.
        public var cues: [String]
    }

    /// The names of two parties.
    public struct Pair: Sendable, Hashable {
        public var subject: String
        public var object: String
    }

    /// A pattern whose trigger stands there, but of which a condition failed.
    public struct Missed: Sendable, Hashable {
        /// Index of the sentence.
        public var sentence: Int
        /// Index of the trigger's token.
        public var trigger: Int
        public var relation: RelationType.ID
        public var pattern: PatternSource
        /// The condition that failed.
        public var reason: String
    }

    /// In text order.
    public var fired: [Fired]
    /// In text order.
    public var missed: [Missed]

    init(extraction: RelationExtraction, document: AnnotatedDocument, resolved: ResolvedMentions) {
        let tree = DependencyTree(document)
        var matcher = PatternMatcher(
            tree: tree, patterns: extraction.patterns, ontology: extraction.ontology, resolved: resolved, collectsNearMisses: true)
        let matches = matcher.matches()
        let reader = StatusReader(tree: tree, lexicon: extraction.lexicon, grammar: extraction.grammar)
        fired = matches.map { match in
            let reading = extraction.reading(of: match, reader)
            return Fired(
                sentence: tree.sentenceOfToken[match.frame.token], trigger: match.frame.token, relation: match.pattern.relation,
                pattern: match.pattern.source,
                pairs: match.pairs.map { Pair(subject: resolved.entities[$0.subject.entity].name, object: resolved.entities[$0.object.entity].name) },
                status: reading.status, cues: reading.cues.map { document.tokens[$0].text })
        }
        missed = matcher.nearMisses.filter { $0.phrase.lemma != "*" }.map {
            Missed(
                sentence: tree.sentenceOfToken[$0.token], trigger: $0.token, relation: $0.pattern.relation, pattern: $0.pattern.source,
                reason: $0.reason)
        }
    }
}
