internal import class GRDB.Database

/// The store's tables.
///
/// What articles say (`run` to `statement`) is written once and only ever deleted; what follows from it (`resolution` to `edge`) can be
/// made anew from it at any time. Dates are integers, 20260103 for 2026-01-03 and 20260100 for 2026-01. Offsets are UTF-8 bytes.
enum Schema {
    /// "EnGr", at byte 68 of the file.
    static let applicationID = 0x456E_4772

    /// The script that leads from version `i` to version `i + 1` stands at index `i`. Never change one that was released.
    static let migrations = [version1, version2, standingQueries, copies, derivedColumns, packedMentions]

    /// Brings the tables from one version up to date.
    static func migrate(_ database: Database, from version: Int) throws {
        for (index, script) in migrations.enumerated().dropFirst(version) {
            try database.execute(sql: script)
            // What no script can say.
            if index + 1 == 6 { try packMentions(database) }
        }
    }

    /// The version that this program writes.
    static var version: Int { migrations.count }

    private static let version1 = """
        -- What the derived tables were derived with: 'rules'.
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE status (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE relation_type (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, is_symmetric INTEGER NOT NULL CHECK (is_symmetric IN (0, 1))) STRICT;
        CREATE TABLE rule (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

        -- What was said: articles, and what a run of the extraction found in them.
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, model TEXT NOT NULL, ontology TEXT NOT NULL, patterns TEXT NOT NULL,
            UNIQUE (model, ontology, patterns)) STRICT;
        CREATE TABLE document (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT,
            published INTEGER) STRICT;
        CREATE TABLE document_text (
            document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, text TEXT NOT NULL, passages TEXT NOT NULL) STRICT;
        CREATE TABLE extraction (
            id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
            run INTEGER NOT NULL REFERENCES run, UNIQUE (document, run)) STRICT;
        CREATE INDEX extraction_run ON extraction (run);

        -- A local entity without its article and mentions: all that tells things apart.
        CREATE TABLE profile (
            id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
            identifiers TEXT NOT NULL, is_nominal INTEGER NOT NULL CHECK (is_nominal IN (0, 1))) STRICT;
        CREATE INDEX profile_hash ON profile (hash);
        CREATE TABLE local_entity (
            extraction INTEGER NOT NULL REFERENCES extraction ON DELETE CASCADE, ordinal INTEGER NOT NULL,
            profile INTEGER NOT NULL REFERENCES profile, PRIMARY KEY (extraction, ordinal)) STRICT, WITHOUT ROWID;
        CREATE INDEX local_entity_profile ON local_entity (profile);
        CREATE TABLE mention (
            extraction INTEGER NOT NULL, entity INTEGER NOT NULL, ordinal INTEGER NOT NULL, span_start INTEGER NOT NULL,
            span_end INTEGER NOT NULL CHECK (span_start <= span_end), kind INTEGER NOT NULL, first_token INTEGER NOT NULL,
            end_token INTEGER NOT NULL CHECK (first_token <= end_token), head INTEGER NOT NULL, PRIMARY KEY (extraction, entity, ordinal),
            FOREIGN KEY (extraction, entity) REFERENCES local_entity ON DELETE CASCADE) STRICT, WITHOUT ROWID;
        -- sentence and trigger_words are null where they are what their spans cover.
        CREATE TABLE statement (
            id INTEGER PRIMARY KEY, extraction INTEGER NOT NULL, ordinal INTEGER NOT NULL, subject INTEGER NOT NULL,
            type INTEGER NOT NULL REFERENCES relation_type, object INTEGER NOT NULL, status INTEGER NOT NULL REFERENCES status,
            date INTEGER, until INTEGER, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL CHECK (span_start <= span_end),
            trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL CHECK (trigger_start <= trigger_end), sentence TEXT,
            trigger_words TEXT, rule INTEGER NOT NULL REFERENCES rule, confidence REAL NOT NULL, amount REAL, currency TEXT, title TEXT,
            place TEXT, place_entity INTEGER, speaker TEXT, speaker_entity INTEGER, charge TEXT, UNIQUE (extraction, ordinal),
            FOREIGN KEY (extraction, subject) REFERENCES local_entity ON DELETE CASCADE,
            FOREIGN KEY (extraction, object) REFERENCES local_entity ON DELETE CASCADE,
            FOREIGN KEY (extraction, place_entity) REFERENCES local_entity ON DELETE CASCADE,
            FOREIGN KEY (extraction, speaker_entity) REFERENCES local_entity ON DELETE CASCADE) STRICT;

        -- What follows from it: who is who, and the relations that the statements add up to.
        CREATE TABLE blocking_key (
            key TEXT NOT NULL, profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE, PRIMARY KEY (key, profile)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX blocking_key_profile ON blocking_key (profile);
        CREATE TABLE entity (
            id INTEGER PRIMARY KEY, name_id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
            identifiers TEXT NOT NULL, is_nominal INTEGER NOT NULL CHECK (is_nominal IN (0, 1))) STRICT;
        CREATE TABLE resolution (
            profile INTEGER PRIMARY KEY REFERENCES profile ON DELETE CASCADE, entity INTEGER NOT NULL REFERENCES entity) STRICT;
        CREATE INDEX resolution_entity ON resolution (entity);
        -- position 0 is the entity's name, the others are its aliases.
        CREATE TABLE entity_name (
            id INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE, position INTEGER NOT NULL,
            name TEXT NOT NULL, folded TEXT NOT NULL) STRICT;
        CREATE INDEX entity_name_entity ON entity_name (entity);
        CREATE INDEX entity_name_folded ON entity_name (folded);
        CREATE VIRTUAL TABLE entity_name_words USING fts5 (
            name, content = 'entity_name', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
        CREATE TRIGGER entity_name_insert AFTER INSERT ON entity_name BEGIN
            INSERT INTO entity_name_words (rowid, name) VALUES (new.id, new.name);
        END;
        CREATE TRIGGER entity_name_delete AFTER DELETE ON entity_name BEGIN
            INSERT INTO entity_name_words (entity_name_words, rowid, name) VALUES ('delete', old.id, old.name);
        END;
        CREATE TABLE relation (
            id INTEGER PRIMARY KEY, subject INTEGER NOT NULL REFERENCES entity, type INTEGER NOT NULL REFERENCES relation_type,
            object INTEGER NOT NULL REFERENCES entity, status INTEGER NOT NULL REFERENCES status,
            UNIQUE (subject, type, object, status)) STRICT;
        CREATE INDEX relation_object ON relation (object);
        CREATE TABLE edge (
            statement INTEGER PRIMARY KEY REFERENCES statement ON DELETE CASCADE, relation INTEGER NOT NULL REFERENCES relation) STRICT;
        CREATE INDEX edge_relation ON edge (relation);

        INSERT INTO status (id, name) VALUES
            (0, 'cancelled'), (1, 'denied'), (2, 'requested'), (3, 'alleged'), (4, 'planned'), (5, 'possible'), (6, 'former'),
            (7, 'asserted');
        """

    private static let version2 = """
        -- What people corrected, as lines of text; those taken back bear the time of that.
        CREATE TABLE correction (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, line TEXT NOT NULL, undone TEXT) STRICT;
        -- A number that changes with the corrections in force, for whoever keeps them in memory.
        INSERT INTO setting VALUES ('corrections', '0');
        CREATE TRIGGER correction_insert AFTER INSERT ON correction BEGIN
            UPDATE setting SET value = value + 1 WHERE name = 'corrections';
        END;
        CREATE TRIGGER correction_update AFTER UPDATE ON correction BEGIN
            UPDATE setting SET value = value + 1 WHERE name = 'corrections';
        END;
        CREATE TRIGGER correction_delete AFTER DELETE ON correction BEGIN
            UPDATE setting SET value = value + 1 WHERE name = 'corrections';
        END;
        """
}
