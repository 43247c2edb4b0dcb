"""The assembled pipeline."""

from datetime import date

import pytest

from corroborate.errors import ModelMissing
from corroborate.extract.language import COMPONENTS, load_pipeline
from corroborate.extract.spans import GROUPS


def test_the_default_pipeline_has_every_component_in_order() -> None:
    assert load_pipeline().pipe_names == [f"corroborate_{name}" for name in COMPONENTS]


def test_every_group_is_filled() -> None:
    pipeline = load_pipeline()
    doc = pipeline.make_doc("Ilse Varga said on Monday that 40 ships had passed.\nAdvertisement")
    doc._.published = date(2026, 10, 14)

    doc = pipeline(doc)

    assert set(GROUPS) <= set(doc.spans)
    assert [span.text for span in doc.spans["dates"]] == ["Monday"]


def test_nothing_dated_is_read_from_page_furniture() -> None:
    pipeline = load_pipeline()
    doc = pipeline.make_doc("Forty ships passed.\nPublished 12 June 2026 · ID 2026-06-12-ships\nThe lock opened on June 10, 2026.")

    assert [span.text for span in pipeline(doc).spans["dates"]] == ["June 10, 2026"]


def test_an_absent_pipeline_is_named_with_its_remedy() -> None:
    with pytest.raises(ModelMissing, match="en_no_such_pipeline"):
        load_pipeline("en_no_such_pipeline")
