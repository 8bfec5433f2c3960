import GraphModel
import Testing

@Suite struct ConlluTests {
    static let sample = """
        # sent_id = 1
        # role = headline
        1	US	US	PROPN	_	_	2	compound	_	Name=B-LOC
        2	forces	force	NOUN	_	_	3	nsubj	_	_
        3	captured	capture	VERB	_	_	0	root	_	_
        4	Nicolás	Nicolás	PROPN	_	_	3	obj	_	Name=B-PER
        5	Maduro	Maduro	PROPN	_	_	4	flat	_	SpaceAfter=No|Name=I-PER
        6	.	.	PUNCT	_	_	3	punct	_	_

        1	He	he	PRON	_	_	2	nsubj	_	_
        2	fled	flee	VERB	_	_	0	root	_	_

        """

    @Test func readsTreesNamesAndText() throws {
        let document = try AnnotatedDocument(conllu: Self.sample)
        #expect(document.document.text == "US forces captured Nicolás Maduro. He fled")
        #expect(document.sentences.map(\.tokens) == [0..<6, 6..<8])
        #expect(document.sentences.map(\.role) == [.headline, .paragraph])
        #expect(document.tokens.map(\.head) == [1, 2, nil, 2, 3, 2, 7, nil])
        #expect(document.names.map { document.text(of: $0.tokens) } == ["US", "Nicolás Maduro"])
    }

    @Test func writesWhatItReads() throws {
        let once = try AnnotatedDocument(conllu: Self.sample)
        let twice = try AnnotatedDocument(conllu: once.conllu, of: once.document)
        #expect(twice.tokens == once.tokens)
        #expect(twice.sentences == once.sentences)
        #expect(twice.names == once.names)
    }

    @Test(
        "says which line is wrong",
        arguments: [
            ("1\tUS\tUS\tPROPN\t_\t_\t2", "10 expected"),
            ("1\tUS\tUS\tNAME\t_\t_\t0\troot\t_\t_", "NAME"),
            ("1\tUS\tUS\tPROPN\t_\t_\t7\tnsubj\t_\t_", "head 7"),
            ("1\tUS\tUS\tPROPN\t_\t_\t0\tsubject\t_\t_", "subject"),
        ])
    func refuses(line: String, word: String) {
        #expect { try AnnotatedDocument(conllu: line) } throws: { error in
            (error as? ConlluError).map { $0.line == 1 && $0.description.contains(word) } ?? false
        }
    }

    @Test func refusesHeadsThatRunInACircle() {
        let cycle = "1\ta\ta\tNOUN\t_\t_\t2\tdep\t_\t_\n2\tb\tb\tNOUN\t_\t_\t1\tdep\t_\t_"
        #expect(throws: ConlluError.self) { try AnnotatedDocument(conllu: cycle) }
    }
}

/// CoNLL-U as other tools read and write it.
@Suite struct ConlluExchangeTests {
    static let file = """
        # newdoc id = first
        # sent_id = a1
        # text = They don't like Maduro's plan.
        1	They	_	_	_	_	_	_	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	_	_	_	_	_	_	_	_
        3	n't	_	_	_	_	_	_	_	_
        4	like	_	_	_	_	_	_	_	_
        5-6	Maduro's	_	_	_	_	_	_	_	_
        5	Maduro	_	NNP	_	_	x	odd:relation	_	Entity=(1|Name=B-PER
        6	's	_	_	_	_	_	_	_	_
        7	plan	_	_	_	_	_	_	_	SpaceAfter=No
        8	.	_	_	_	_	_	_	_	_

        # newdoc id = second
        # sent_id = b1
        1	He	_	_	_	_	_	_	_	_
        1.1	has	_	_	_	_	_	_	_	_
        2	fled	_	_	_	_	_	_	_	_

        """

    @Test func readsTheTokensOfEachDocumentAndNothingElse() throws {
        let documents = try ConlluDocument.tokens(ofFile: Self.file)
        #expect(documents.map(\.tokens.document.id) == ["first", "second"])
        #expect(documents.map(\.tokens.document.text) == ["They don't like Maduro's plan.", "He fled"])
        #expect(documents[0].tokens.tokens.map(\.text) == ["They", "do", "n't", "like", "Maduro", "'s", "plan", "."])
        #expect(documents[0].tokens.names.isEmpty)
    }

    @Test func keepsCommentsMultiwordTokensAndSpacing() throws {
        let documents = try ConlluDocument.tokens(ofFile: Self.file)
        let written = documents.map { $0.tokens.conllu(in: $0.layout) }.joined()
        func frame(_ text: String) -> [String] {
            text.split(separator: "\n").filter { !$0.hasPrefix("1.1") }.map { line in
                let columns = line.split(separator: "\t").map(String.init)
                return columns.count == 10
                    ? [columns[0], columns[1], columns[9].replacing("|Name=B-PER", with: "")].joined(separator: " ") : String(line)
            }
        }
        #expect(frame(written) == frame(Self.file))
    }

    @Test func writesCliticsAsMultiwordTokens() throws {
        let document = try AnnotatedDocument(conllu: try ConlluDocument.tokens(ofFile: Self.file)[0].tokens.conllu(firstSentence: 7))
        let lines = document.conllu.split(separator: "\n").map(String.init)
        #expect(document.document.text == "They don't like Maduro's plan.")
        #expect(
            lines.filter { $0.contains("-") && !$0.hasPrefix("#") }.map { $0.split(separator: "\t").prefix(2) } == [
                ["2-3", "don't"], ["5-6", "Maduro's"],
            ])
        #expect(lines.contains("# text = They don't like Maduro's plan."))
    }

    @Test(
        "says which number is wrong",
        arguments: ["2\ta\t_\t_\t_\t_\t_\t_\t_\t_", "2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_", "1\t\t_\t_\t_\t_\t_\t_\t_\t_"])
    func refusesNumbers(line: String) {
        #expect(throws: ConlluError.self) { try ConlluDocument.tokens(ofFile: line) }
    }
}
