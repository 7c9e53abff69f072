"""Which exchanges are those of staff."""

from __future__ import annotations

from tests.pipelines.register.asked import listed

EXCHANGES = {
    name: f"""# {title}

Host: {host}
Dates: {days}
Venue: {place}

The visitors spent two days with their colleagues.
"""
    for name, title, host, days, place in (
        (
            "cork.md",
            "TIDELOOM staff exchange in Cork",
            "Clár Mara",
            "3-4 May 2022",
            "Cork, Ireland",
        ),
        ("porto.md", "TIDELOOM exchange in Porto", "Maré Viva", "7-8 June 2022", "Porto, Portugal"),
        ("brest.md", "NETWRIGHT exchange in Brest", "Pôle Marégraphe", "4-5 July 2022", "Brest"),
        ("namur.md", "TIDELOOM study visit in Namur", "Grappe Mosane", "9-10 May 2022", "Namur"),
    )
}


def test_an_exchange_of_a_project_that_exchanges_staff_is_one_of_staff(library_of):
    library = library_of(EXCHANGES)
    assert listed(library, "Which staff exchanges took place in 2022?") == {"cork", "porto"}
    assert listed(library, "Which exchanges took place in 2022?") == {"cork", "porto", "brest"}
    assert listed(library, "Which visits took place in 2022?") == {"namur"}


def test_an_exchange_that_its_agenda_calls_one_of_staff_makes_its_project_one(library_of):
    agenda = """# TIDELOOM – Third staff exchange: agenda

Host: Clár Mara
Dates: 3-4 May 2022
Venue: Cork, Ireland

09:00 Welcome
"""
    documents = {name: EXCHANGES[name] for name in ("porto.md", "brest.md")}
    report = EXCHANGES["cork.md"].replace("TIDELOOM staff exchange", "TIDELOOM exchange")
    library = library_of({**documents, "zagenda.md": agenda, "a-cork.md": report})
    found = listed(library, "Which TIDELOOM staff exchanges took place in 2022?")
    assert found & {"zagenda", "a-cork"}
    assert "porto" in found
    assert "brest" not in found
