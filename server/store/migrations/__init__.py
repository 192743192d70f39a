"""Schema migrations, by Alembic. `migrate` brings a database up to the newest."""
