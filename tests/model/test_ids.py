from corroborate.model.ids import content_id, digest


def test_the_same_content_has_the_same_id() -> None:
    assert content_id("c", "r_1", 5) == content_id("c", "r_1", "5")


def test_parts_do_not_run_into_each_other() -> None:
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")
    assert content_id("c", "a", None) != content_id("c", "a")


def test_a_text_and_its_bytes_have_one_digest() -> None:
    assert digest("dyke") == digest(b"dyke")
