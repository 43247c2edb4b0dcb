"""People's decisions, and the command that makes them."""
