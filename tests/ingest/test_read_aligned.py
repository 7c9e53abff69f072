"""Tables of plain text whose columns are made of blanks, tabs or dots."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.read.aligned import aligned

PRICES = """\
GRANTS                     Members    Others
Visit (two days)             600 €     400 €
Stay of a month            1 200 €     900 €
Translation                   80 €      60 €"""
LABELS = """\
WEFTLINE SHEET                         rev. 2
Name          WEFTLINE
Lead          Alba Cluster
Start, end    May 2023 - May 2026
Contact person  Ann Roe"""


def test_rows_are_written_with_the_names_of_their_columns():
    assert aligned(PRICES).splitlines() == [
        "GRANTS: Visit (two days) | Members: 600 € | Others: 400 €",
        "GRANTS: Stay of a month | Members: 1 200 € | Others: 900 €",
        "GRANTS: Translation | Members: 80 € | Others: 60 €",
    ]


def test_two_columns_are_labels_and_what_stands_beside_them_is_none():
    assert aligned(LABELS).splitlines() == [
        "WEFTLINE SHEET                         rev. 2",
        "Name: WEFTLINE",
        "Lead: Alba Cluster",
        "Start, end: May 2023 - May 2026",
        "Contact person: Ann Roe",
    ]


def test_a_cell_goes_on_in_the_next_line_and_one_may_be_missing():
    text = (
        "Partner     Country    Role\n"
        "Alba        Belgium    coordinator of the\n"
        "                       whole project\n"
        "Borea       France\n"
        "Corva       Spain      partner"
    )
    assert aligned(text).splitlines() == [
        "Partner: Alba | Country: Belgium | Role: coordinator of the whole project",
        "Partner: Borea | Country: France",
        "Partner: Corva | Country: Spain | Role: partner",
    ]


def test_tabs_part_cells_wherever_they_end():
    text = "Date\tTown\tHost\n4 May 2023\tMetz\tAlba\n9 June 2023\tLille\tBorea and Corva"
    assert aligned(text).splitlines() == [
        "Date: 4 May 2023 | Town: Metz | Host: Alba",
        "Date: 9 June 2023 | Town: Lille | Host: Borea and Corva",
    ]


def test_dots_lead_from_a_label_to_its_value():
    text = "Small firm (under ten) ....... 250 €   (as before)\nOthers ....... 1 040 €"
    assert aligned(text).splitlines() == [
        "Small firm (under ten): 250 €   (as before)",
        "Others: 1 040 €",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # justified
        "The  cluster  met  in Metz on 4 May and the   partners\n"
        "agreed on a plan   of eleven visits  that will  be  held\n"
        "in   the  spring of the year  after, if  the money comes.",
        # two columns of a page
        "The members of the network voted       The letter comes each month and\n"
        "the budget by a large majority         tells the news of the network to\n"
        "and thanked the chair of it all.       each of its members in the land.",
        # where two sign
        "For Alba                   For Borea\nAnn Roe                    Bob Low",
        # contents
        "Contents\nIntroduction ........ 3\nThe project ......... 5\nAnnexes ............. xii",
        # hours
        "09.30   Arrival, badges\n10.00   Welcome by Ann Roe\n14.00   Bus to the mill",
        # an address
        "          Alba Cluster\n          4, rue du Port\n          59000 Lille",
        "Wait... and see.\nNothing   here\n\nThe end.",
    ],
)
def test_what_is_no_table_stays_as_it_is(text):
    assert aligned(text) == text


LINE = st.text(alphabet="ab1é.…:| \t\u00a0", max_size=40)


@given(st.lists(LINE, max_size=8))
def test_no_word_is_lost_whatever_the_lines(lines):
    text = "\n".join(lines)
    kept = set(re.findall(r"\w+", aligned(text)))
    assert set(re.findall(r"\w+", text)) <= kept


def test_a_price_is_told_of_whom_it_is_for(library_of):
    library = library_of({"fees.txt": f"Weaving grants in 2025\n\n{PRICES}\n"})
    (record,) = library.catalogue.records()
    content = library.catalogue.text(record).content
    assert "GRANTS: Stay of a month | Members: 1 200 € | Others: 900 €" in content
