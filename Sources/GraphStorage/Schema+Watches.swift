extension Schema {
    /// Standing queries.
    static let standingQueries = """
        CREATE TABLE watch (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, pattern TEXT NOT NULL) STRICT;
        -- Hashes of the answers that were shown, not the answers: whoever is taken out of the store must not live on here.
        CREATE TABLE watch_seen (
            watch INTEGER NOT NULL REFERENCES watch ON DELETE CASCADE, answer INTEGER NOT NULL, PRIMARY KEY (watch, answer)
        ) STRICT, WITHOUT ROWID;
        """
}
