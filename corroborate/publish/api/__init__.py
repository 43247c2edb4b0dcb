"""The API under /api/v1: the tables that `export` writes, page by page, as JSON or CSV; one object by its id; decisions."""
