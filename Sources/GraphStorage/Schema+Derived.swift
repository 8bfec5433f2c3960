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

    /// Articles that are not to be added again as they were; since when relations are known, and who is a hub.
    static let derivedColumns = """
        -- Numbers of articles whose old words were taken out for good.
        CREATE TABLE withheld (article INTEGER PRIMARY KEY) STRICT;
        -- The last day of the earliest date on which an article came out that tells of the relation; derived.
        ALTER TABLE relation ADD COLUMN known INTEGER;
        DROP INDEX relation_object;
        CREATE INDEX relation_object ON relation (object, subject, type, status, known);
        -- With how many others an entity has to do, if with any; derived.
        CREATE TABLE degree (entity INTEGER PRIMARY KEY, others INTEGER NOT NULL) STRICT;
        -- All that is derived is to be derived anew.
        DELETE FROM setting WHERE name = 'rules';
        """
}
