// Who imports EntityGraph speaks its vocabulary: documents, entities, relations, statements, graphs; and the formats it exports.
@_exported public import enum GraphExchange.ExportFormat
@_exported public import GraphModel
