"""Alembic's entry point: run the migrations on the connection that the program hands over."""

from alembic import context

from imref.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
    transactional_ddl=True,
)
context.run_migrations()
