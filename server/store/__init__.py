"""SQL, the truth: one schema on SQLite and PostgreSQL, queries per noun, and the log that conversations are made of."""
