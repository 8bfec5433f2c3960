// Who imports EntityGraph speaks its vocabulary: documents, entities, relations, statements, graphs; the formats it exports, and how its
// pictures look.
@_exported public import enum GraphExchange.ExportFormat
@_exported public import GraphModel
@_exported public import GraphRendering
