import Foundation
import Testing

/// Pictures as a user asks for them.
@Suite struct PictureTests {
    struct Request: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let words: [String]
        var code: Int32 = 0
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let requests = [
        Request(arguments: ["render"], words: ["Dina Boluarte", "From 2 articles, 5–9 Jan 2026"]),
        Request(arguments: ["render", "--theme", "dark", "--title", "Pact & spies"], words: ["#14181D", "Pact &amp; spies"]),
        Request(arguments: ["render", "--flags", "iso", "--legend", "full"], words: [">PE  <", ">cancelled<", ">requested<"]),
        Request(arguments: ["render", "--top", "2", "--fold"], words: ["Not shown: "]),
        Request(arguments: ["render", "--status", "asserted", "--until", "2026-01-05"], words: ["Until 2026-01-05; only asserted"]),
        Request(arguments: ["render", "--focus", "Boluarte", "--evidence"], words: ["class=\"node person focus\"", "id=\"evidence\""]),
        Request(arguments: ["render", "--layout", "neato", "--cluster", "community"], words: ["Dina Boluarte"]),
        Request(arguments: ["who", "Boluarte"], words: ["Who relates to Dina Boluarte", "class=\"node person focus\""]),
        Request(arguments: ["path", "Boluarte", "Spain"], words: ["How Dina Boluarte and Spain are connected", "“"]),
        Request(
            arguments: ["diff", "2026-01-05", "2026-01-09", "--side-by-side"], words: ["Known on 2026-01-05", "Known on 2026-01-09", "+ added"],
            code: 1),
    ]

    @Test("draws what is asked for", arguments: requests)
    func draws(request: Request) throws {
        try MainJobTests.withStore { program in
            let outcome = try program.run(request.arguments + ["-o", "picture.svg"])
            #expect(outcome.code == request.code, "\(outcome.errors)")
            let svg = try String(contentsOf: program.folder.appending(path: "picture.svg"), encoding: .utf8)
            for word in request.words { #expect(svg.contains(word), "\(word) is not in the picture") }
        }
    }

    @Test func growthIsAPageOfSteps() throws {
        try MainJobTests.withStore { program in
            let outcome = try program.run("diff", "2026-01-01", "2026-01-09", "--steps", "-o", "growth.html", "--format", "csv")
            #expect(outcome.code == 1 && outcome.output.contains("became known"), "\(outcome)")
            let page = try String(contentsOf: program.folder.appending(path: "growth.html"), encoding: .utf8)
            #expect(page.contains("How the graph grew from 2026-01-01 to 2026-01-09"))
            for step in [
                "{\"articles\":0,\"day\":\"2026-01-01\"}", "{\"articles\":1,\"day\":\"2026-01-05\"}", "{\"articles\":2,\"day\":\"2026-01-09\"}",
            ] {
                #expect(page.contains(step), "\(step) is no step")
            }
        }
    }

    @Test(
        "steps that cannot be are refused",
        arguments: [
            (["2026-01-01", "2026-01-09", "--steps", "-o", "x.svg"], "growth.html"), (["2026-01-01", "2026-01-09", "--steps"], "growth.html"),
            (["2026-01-09", "2026-01-01", "--steps", "-o", "x.html"], "earlier date first"),
            (["2026-01-01", "2026-01-09", "--steps", "--side-by-side", "-o", "x.html"], "--side-by-side"),
        ])
    func wrongSteps(arguments: [String], word: String) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(["diff"] + arguments)
            #expect(outcome.code == 64 && outcome.errors.contains(word), "\(outcome.errors)")
        }
    }

    @Test(
        "wrong options are named",
        arguments: [
            (["--theme", "pink"], "theme"), (["--top", "0"], "--top 0"), (["--dpi", "1"], "--dpi 1"), (["--time-limit", "0"], "--time-limit 0"),
            (["--max-pixels", "5"], "--max-pixels 5"), (["--layout", "doty"], "dot"),
        ])
    func wrongOptions(arguments: [String], word: String) throws {
        try Program.inTemporaryFolder { program in
            let outcome = try program.run(["render", "-o", "x.svg"] + arguments)
            #expect(outcome.code == 64 && outcome.errors.contains(word), "\(outcome.errors)")
        }
    }
}
