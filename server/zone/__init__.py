"""A zone is data: one folder of YAML, CSV and Markdown, loaded and checked here."""
