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
