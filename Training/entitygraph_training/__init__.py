"""Trains the language model of EntityGraph and writes it in the format that the Swift engine maps into memory."""
