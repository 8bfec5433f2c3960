import Foundation
import GraphModel
import RandomGraphs
import Testing

@Suite struct CorrectionTextTests {
    @Test("reads as a sentence") func sentence() throws {
        let time = try #require(CorrectionTime("2026-01-10T09:30"))
        let short = EntityReference(type: .person, name: "Maduro Moros"), full = EntityReference(type: .person, name: "Nicolás Maduro")
        let merge = Correction(.merge(short, into: full), time: time, reason: "the same \"man\"")
        #expect(merge.description == #"2026-01-10T09:30:00Z merge person "Maduro Moros" into person "Nicolás Maduro" because "the same \"man\"""#)
    }

    @Test("every correction is read back from its line", arguments: 0..<200 as Range<UInt64>) func roundTrip(seed: UInt64) throws {
        var random = RandomArticles(seed: seed)
        var corrections = RandomCorrections(seed: seed)
        let correction = try #require(corrections.corrections(1, about: random.articles(4)).first)
        let line = correction.description
        #expect(!line.contains("\n"))
        #expect(try Correction(line: line) == correction)
        let coded = try JSONDecoder().decode([Correction].self, from: JSONEncoder().encode([correction]))
        #expect(coded == [correction])
    }

    @Test(
        "keeps any name unharmed",
        arguments: [
            "", " ", "\"", "\\", "\\\"n", "a\nb\r\t\0", "because", "\u{2028}\u{85}\u{7F}", "日本 🇻🇪", "e\u{301}", "into to as",
            String(repeating: "x", count: 9999),
        ])
    func hostileNames(name: String) throws {
        let reference = EntityReference(type: .place, name: name, identifiers: [name: name], isNominal: true, article: name)
        let relation = RelationReference(subject: reference, type: name, object: reference, status: .denied, article: name)
        let actions: [Correction.Action] = [
            .merge(reference, into: reference), .split(reference, .names([name, name]), label: name),
            .split(reference, .articles([name], names: [name]), label: nil), .rename(reference, to: name), .alias(reference, name),
            .rejectRelation(relation), .confirm(relation), .add(HandmadeRelation(subject: reference, type: name, object: reference, source: name)),
        ]
        for action in actions {
            let correction = Correction(action, time: CorrectionTime(secondsSince1970: 1_767_225_600), reason: name)
            let back = try Correction(line: correction.description)
            #expect(back.description.utf8.elementsEqual(correction.description.utf8))
            #expect(back == correction)
        }
    }

    @Test(
        "says where a line is wrong",
        arguments: [
            ("", 1, "a time such as"), ("yesterday merge", 1, "a time such as"), ("2026-01-10 unite", 12, "one of merge, split"),
            ("2026-01-10 merge person Maduro", 25, "a name in double quotes"), ("2026-01-10 merge person \"A\" and person \"B\"", 29, "'into'"),
            ("2026-01-10 retype person \"A\" to planet", 33, "person, country"), ("2026-01-10 rename person \"A\" to \"B", 33, "a closing"),
            ("2026-01-10 reject person \"A\" because \"x\" y", 42, "the end of the line"),
            ("2026-01-10 add person \"A\" met_with person \"B\"", 46, "'status'"), ("2026-01-10 rename person \"\\q\" to \"B\"", 27, "one of \\\""),
        ])
    func problems(line: String, column: Int, expected: String) {
        do {
            _ = try Correction(line: line)
            Issue.record("no error")
        } catch {
            #expect(error.column == column)
            #expect(error.expected.contains(expected), "\(error)")
        }
    }

    @Test(
        "reads times",
        arguments: [
            ("2026-01-10", "2026-01-10T00:00:00Z"), ("2026-01-10T23:59", "2026-01-10T23:59:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        ])
    func times(text: String, full: String) { #expect(CorrectionTime(text)?.description == full) }

    @Test(
        "takes nothing else for a time",
        arguments: [
            "", "2026", "2026-01", "2026-02-30", "2026-01-10T24:00", "2026-01-10T9:00", "2026-01-10T10", "2026-01-10 10:00", "2026-01-10T10:00:60",
        ])
    func noTimes(text: String) { #expect(CorrectionTime(text) == nil) }

    @Test func secondsBefore1970AreTimesToo() {
        #expect(CorrectionTime(secondsSince1970: -1).description == "1969-12-31T23:59:59Z")
        #expect(CorrectionTime(secondsSince1970: 1_767_225_661).description == "2026-01-01T00:01:01Z")
    }
}
