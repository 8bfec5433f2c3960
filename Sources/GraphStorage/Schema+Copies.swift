extension Schema {
    /// Which articles print the words of another one, and indexes by time and by the object of a relation.
    static let copies = """
        -- The first article with nearly the same words; derived.
        ALTER TABLE document ADD COLUMN copy_of INTEGER REFERENCES document;
        CREATE INDEX document_copy_of ON document (copy_of) WHERE copy_of IS NOT NULL;
        CREATE INDEX document_published ON document (published);
        -- What tells texts that are nearly the same: 64 numbers of 16 bits, least byte first, and what two such texts share one of.
        CREATE TABLE sketch (document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, bins BLOB NOT NULL) STRICT;
        CREATE TABLE sketch_band (
            band INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (band, document)) STRICT, WITHOUT ROWID;
        DROP INDEX relation_object;
        CREATE INDEX relation_object ON relation (object, type, subject, status);
        """
}
