"""From the bytes of a page to the text of an article, with what the page says of itself."""
