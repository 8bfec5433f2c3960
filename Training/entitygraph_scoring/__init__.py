"""Scores the program's analysis on public test sets. Needs nothing but Python."""
