"""Which claims of a story answer one question."""
