public import GraphExchange
import GraphModel
import GraphStorage

extension StoredGraph {
    /// The stored graph, or the part that a filter admits, in a format of other programs.
    ///
    /// - Returns: the files, and what is to be said about them.
    /// - Throws: `QuestionError`, `StoreError`.
    public func export(as format: ExportFormat, filter: GraphFilter = GraphFilter()) throws -> (files: [ExportFormat.File], notes: [String]) {
        try check(filter)
        let selection = try store.graph(filter, includingTexts: format == .json)
        return (try format.files(of: selection.graph, ontology: ontology), undatedNote(selection.undatedDocuments))
    }

    /// What one types to load a folder into Neo4j.
    private static func importLine(_ folder: String) -> String {
        "load it with: neo4j-admin database import full --nodes='\(folder)/nodes.csv' --relationships='\(folder)/relationships.csv' neo4j"
    }

    /// Exports into `path`: a folder, made if need be, for a format of several files; else a file.
    ///
    /// - Returns: what is to be said about it.
    /// - Throws: as `export(as:filter:)`; `OutputError`.
    public func export(as format: ExportFormat, filter: GraphFilter = GraphFilter(), to path: String) throws -> [String] {
        if format.isFolder {
            let folder = OutputFolder(path: path)
            try folder.make()
            let (files, notes) = try export(as: format, filter: filter)
            for file in files { try folder.file(file.name).write(file.bytes) }
            return notes + (format == .neo4j ? [Self.importLine(path)] : [])
        }
        let file = OutputFile(path: path)
        try file.checkWritable()
        let (files, notes) = try export(as: format, filter: filter)
        for part in files { try file.write(part.bytes) }
        return notes
    }
}
