"""Who is answered, and how: hosts, tokens, scopes, rates, and the headers that every answer carries."""
