"""A document is the paper of the one body that its head names."""

import pytest

from ingest.describe import describe
from ingest.types import Span, Text
from pipelines.answer.evidence.publisher import publisher
from pipelines.answer.evidence.reading import read_document
from pipelines.terms.saying import bag_of


def published_by(content):
    return publisher(describe(Text(content, "txt"), "a.txt"), content)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Orla Weaving Cluster\nFees in 2025\n\nThe fee is 90 euros.", "Orla Weaving Cluster"),
        ("Bilan 2023\nPôle Laine & Lin\n\nLe pôle compte 40 membres.", "Pôle Laine & Lin"),
        (
            "La lettre du Pôle Laine & Lin – n° 4\n\nUn banc\nLe pôle ouvre un banc.",
            "Pôle Laine & Lin",
        ),
    ],
)
def test_the_body_of_the_head_is_whose_paper_it_is(content, name):
    assert published_by(content) == name


@pytest.mark.parametrize(
    "content",
    [
        # of two: nobody's
        "Orla Weaving Cluster\nPôle Laine & Lin\nMinutes\n\nThe two met in Metz.",
        # named in a sentence alone
        "Minutes\n\nThe Orla Weaving Cluster was invited.",
        "Minutes of the day in Metz, at which the Orla Weaving Cluster was invited to tell of its "
        "many looms and of the people who mend them.\nThe day was long.",
    ],
)
def test_others_publish_nothing(content):
    assert published_by(content) is None


def test_its_name_is_of_the_subject(library_of):
    library = library_of({"f.txt": "Fees in 2025\nOrla Weaving Cluster\n\nThe fee is 90 euros."})
    (record,) = library.catalogue.records()
    text = library.catalogue.text(record)
    reading = read_document(record, text, [(Span(0, len(text.content)), 0.5)])
    assert bag_of("Orla Weaving", "en").stems <= reading.subject.stems
