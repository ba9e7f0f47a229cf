"""What is kept: one SQLite file, one writer, and the queries that read it back."""
