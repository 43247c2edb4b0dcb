"""What the claims of a group rest on."""
