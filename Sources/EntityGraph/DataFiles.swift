import Foundation
public import GraphModel
import RelationExtraction

/// The data files of a configuration.
struct DataFiles {
    /// The folder of the built-in ones.
    let folder: URL
    private let configuration: Configuration

    /// - Throws: `ConfigurationError` if there is no such folder.
    init(_ configuration: Configuration) throws {
        self.configuration = configuration
        folder = try configuration.resources ?? ResourceFolder.find()
    }

    /// The built-in files of this sub-folder with this suffix, by name.
    ///
    /// - Throws: `DataFileError` if the sub-folder is not there.
    func files(in name: String, suffix: String) throws -> [URL] {
        let place = folder.appending(path: name)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: place.path) else {
            throw DataFileError(file: place.path, line: nil, message: "the folder is missing from the program's data files; install them anew")
        }
        return names.filter { $0.hasSuffix("." + suffix) }.sorted().map { place.appending(path: $0) }
    }

    /// The built-in files of this sub-folder with this suffix, by name, with their texts.
    func texts(in name: String, suffix: String) throws -> [(name: String, text: String)] {
        try files(in: name, suffix: suffix).map { ($0.lastPathComponent, try Self.text(of: $0)) }
    }

    /// The built-in gazetteers with the configuration's own on top, and the text of all of them.
    ///
    /// - Throws: `DataFileError` or `GazetteerError`, naming file and line.
    func gazetteer() throws -> (gazetteer: Gazetteer, texts: [String]) {
        var tables = try texts(in: "gazetteers", suffix: "tsv")
        var entries: [GazetteerEntry] = [], ownTexts: [String] = []
        for file in configuration.gazetteers {
            let text = try Self.text(of: file), name = file.lastPathComponent
            guard GazetteerFile.isOwn(file) else {
                tables.append((name, text))
                continue
            }
            entries += try GazetteerFile.entries(of: text, named: name, isCSV: file.pathExtension.lowercased() == "csv")
            ownTexts.append(text)
        }
        var gazetteer = try Gazetteer(tables: tables)
        try gazetteer.add(entries)
        return (gazetteer, tables.map(\.text) + ownTexts)
    }

    /// The text of a data file.
    ///
    /// - Throws: `DataFileError` if it cannot be read or is not UTF-8.
    static func text(of file: URL) throws -> String { try text(of: try? Data(contentsOf: file), from: file.path) }

    private static func text(of data: Data?, from name: String) throws -> String {
        guard let data else {
            throw DataFileError(file: name, line: nil, message: "there is no such file, or it cannot be read; check the path")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw DataFileError(file: name, line: nil, message: "the file is not UTF-8 text; save it as UTF-8")
        }
        return text
    }

    /// The text of a file, or of standard input if the path is `-`.
    ///
    /// - Throws: as `text(of:)`.
    static func text(ofInput path: String) throws -> String {
        guard path == "-" else { return try text(of: URL(filePath: path)) }
        return try text(of: try FileHandle.standardInput.readToEnd() ?? Data(), from: "standard input")
    }

    /// The model: that of the configuration, else of the environment variable `ENTITYGRAPH_MODEL`, else the built-in one.
    ///
    /// - Throws: `ConfigurationError.noModel` if there is no such file.
    func model(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> URL {
        let named = environment["ENTITYGRAPH_MODEL"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        let file = configuration.model ?? named ?? folder.appending(path: "model/entitygraph.model")
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
            throw ConfigurationError.noModel(path: file.path)
        }
        return file
    }

    /// The built-in ontology with the configuration's own files on top, and the patterns that these bring.
    func ontology() throws -> LoadedOntology {
        try OntologyLoader.loadWithPatterns(files(in: "ontology", suffix: "yaml") + configuration.ontologies)
    }

    /// The built-in pattern files, without relations that are switched off, then those of the configuration's own ontologies.
    func patterns(with loaded: LoadedOntology) throws -> [PatternFile] {
        try texts(in: "patterns", suffix: "patterns").map { PatternFile(name: $0.name, text: $0.text, ignored: loaded.replaced) } + loaded.patterns
    }
}

extension Ontology {
    /// The built-in ontology with the configuration's own files on top.
    ///
    /// - Throws: `ConfigurationError` if the data files are not found, `DataFileError` for a mistake in one of them.
    public static func load(_ configuration: Configuration = Configuration()) throws -> Ontology { try DataFiles(configuration).ontology().ontology }
}
