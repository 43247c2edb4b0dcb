"""How fast the whole program is, from pages to findings, how that grows, and what single parts of others cost."""
