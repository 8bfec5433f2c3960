import Foundation
import GraphModel
import Testing

@testable import RelationExtraction

/// Writes what tells for and against the antecedents of pronouns, for Training/pronouns.py to weigh; runs only where asked.
///
/// `ENTITYGRAPH_PRONOUNS` names a folder with pairs of files `X.jsonl` (id and text a line) and `X.conllu` (what `entitygraph inspect
/// X.jsonl --stage syntax --format conllu` gives); each gets an `X.features`, a JSON object a line.
@Suite struct PronounFeatureExport {
    static let folder = ProcessInfo.processInfo.environment["ENTITYGRAPH_PRONOUNS"].map { URL(filePath: $0) }

    private struct Article: Decodable {
        var id: String
        var text: String
    }

    @Test(.enabled(if: folder != nil)) func export() throws {
        let folder = try #require(Self.folder)
        let tables = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/EntityGraph/Resources/gazetteers")
        let resolver = MentionResolver(
            gazetteer: try Gazetteer(
                tables: FileManager.default.contentsOfDirectory(atPath: tables.path).filter { $0.hasSuffix(".tsv") }.sorted().map {
                    (name: $0, text: try String(contentsOf: tables.appending(path: $0), encoding: .utf8))
                }))
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() where name.hasSuffix(".conllu") {
            let base = folder.appending(path: String(name.dropLast(7)))
            var texts: [String: String] = [:]
            for line in try String(contentsOf: base.appendingPathExtension("jsonl"), encoding: .utf8).split(separator: "\n") {
                let article = try JSONDecoder().decode(Article.self, from: Data(line.utf8))
                texts[article.id] = article.text
            }
            var output = ""
            for part in try String(contentsOf: base.appendingPathExtension("conllu"), encoding: .utf8).components(separatedBy: "# newdoc id = ")
                .dropFirst()
            {
                let id = String(part.prefix { !$0.isNewline })
                let document = Document(id: id, source: "", title: "", text: texts[id] ?? "")
                let annotated = TreeRepair.repaired(try AnnotatedDocument(conllu: "# newdoc id = " + part, of: document))
                let data = try JSONSerialization.data(
                    withJSONObject: ["id": id, "pronouns": pronouns(in: annotated, resolver)], options: .sortedKeys)
                output += String(decoding: data, as: UTF8.self) + "\n"
            }
            try output.write(to: base.appendingPathExtension("features"), atomically: true, encoding: .utf8)
        }
    }

    /// For each pronoun its place and form, and for each candidate its features and the places of its last mention and of its names.
    private func pronouns(in document: AnnotatedDocument, _ resolver: MentionResolver) -> [[String: Any]] {
        var coreference = resolver.coreference(of: document)
        let cast = coreference.cast
        var found: [[String: Any]] = []
        coreference.observer = { token, candidates in
            let described = candidates.map { candidate -> [String: Any] in
                var places = [document.tokens[candidate.latest].span]
                var isEntity = false
                if case .entity(let id) = candidate.candidate {
                    isEntity = true
                    places += cast.namesInOrder.filter { cast.referents[$0.head] == [id] }.map(\.span)
                }
                return ["entity": isEntity, "places": places.map { [$0.start, $0.end] }, "features": candidate.features.map(\.rawValue)]
            }
            let span = document.tokens[token].span
            found.append(["form": document.tokens[token].text, "start": span.start, "end": span.end, "candidates": described])
        }
        _ = coreference.resolved()
        return found
    }
}
