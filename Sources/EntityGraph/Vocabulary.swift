// Who imports EntityGraph speaks its vocabulary: documents, entities, relations, statements, graphs.
@_exported public import GraphModel
