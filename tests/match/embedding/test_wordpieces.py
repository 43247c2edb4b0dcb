from corroborate.match.embedding.wordpieces import pieces, words

ROWS = {word: row for row, word in enumerate(["anti", "##dump", "##ing", "dump", "dumping", "a", "##n"])}


def test_words_are_split_at_signs_and_lose_case_and_accents():
    assert words("Zürich's anti-dumping_duty: 3.5%") == ["zurich", "'", "s", "anti", "-", "dumping", "_", "duty", ":", "3", ".", "5", "%"]


def test_a_known_word_is_one_piece():
    assert pieces("dumping", ROWS) == (4,)


def test_an_unknown_word_is_its_longest_pieces():
    assert pieces("antidumping", ROWS) == (0, 1, 2)


def test_a_word_that_pieces_do_not_cover_has_none():
    assert pieces("antidote", ROWS) == ()


def test_a_word_of_absurd_length_is_none():
    assert pieces("a" + "n" * 60, ROWS) == ()


def test_pieces_are_those_of_the_model_itself():
    from transformers import AutoTokenizer

    from corroborate.match.embedding.sentences import DEFAULT_MODEL, locate
    from corroborate.match.embedding.static import shipped

    tokenizer = AutoTokenizer.from_pretrained(str(locate(DEFAULT_MODEL)), local_files_only=True)
    text = "Émile Zorvenhal-Okonkwo told Reuters that 12,400 anti-dumping complaints (worth $3.5m) weren't settled in Győr."

    listed = list(shipped().rows)
    found = [listed[row] for word in words(text) for row in pieces(word, shipped().rows)]

    assert found == [piece for piece in tokenizer.tokenize(text) if piece.removeprefix("##").isalnum()]
