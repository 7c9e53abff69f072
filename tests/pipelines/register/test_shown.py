"""Which names and days the rows of a list show, and what it says it leaves out."""

CALLS = """# Vouchers for small dairies

## First call

Opens: 3 April 2023
Deadline: 30 June 2023
Deadline: 29 March 2024
"""


def test_of_several_deadlines_those_are_told_that_are_asked_for(library_of):
    library = library_of({"calls.md": CALLS.replace("# V", "# Call for proposals: v")})
    (row,) = library.ask("Which calls close in 2024?").statements
    assert "29 March 2024" in row.text
    assert "June 2023" not in row.text
    (row,) = library.ask("Which calls opened in 2023?").statements
    assert row.text.endswith("opens 3 April 2023, closes 30 June 2023, then 29 March 2024")
    assert library.ask("Which calls were still open in February 2024?").kind == "list"
    assert library.ask("Which calls opened in February 2024?").kind == "abstained"


def test_a_call_whose_opening_is_not_told_is_open_for_three_months_before_it_closes(library_of):
    library = library_of({"calls.md": "# Call for proposals: dairies\n\nDeadline: 30 April 2024\n"})
    assert library.ask("Which calls were still open in March 2024?").kind == "list"
    assert library.ask("Which calls were still open in June 2023?").kind == "abstained"


def test_an_event_told_in_passing_is_shown_by_its_name_where_it_has_one(library_of):
    library = library_of(
        {
            "log.md": """# What the dairies did

| Date | Event | Type | City |
| --- | --- | --- | --- |
| 6 October 2021 | Cheese makers meet dairies | Workshop | Nantes |
| 8 February 2022 | Workshop | Workshop | Lyon |
"""
        }
    )
    named, plain = library.ask("List all workshops").statements
    assert named.text.startswith("Cheese makers meet dairies · ")
    assert plain.text.startswith("workshop · ")


def test_a_list_says_how_many_events_it_leaves_out_as_cancelled(library_of):
    library = library_of(
        {
            "log.md": """# What the dairies did

| Date | Event | Type | City | Status |
| --- | --- | --- | --- | --- |
| 6 October 2021 | Cheese makers meet dairies | Workshop | Nantes | Held |
| 8 February 2022 | Butter and cream | Workshop | Lyon | Cancelled |
| 9 March 2022 | Milk days | Conference | Lyon | Held |
"""
        }
    )
    reply = library.ask("List all workshops")
    assert [s.text.split(" · ")[0] for s in reply.statements] == ["Cheese makers meet dairies"]
    assert reply.reason == "1 more workshop that fits was cancelled and is not listed."
    assert library.ask("Liste des ateliers").reason == "Non listé, car annulé : 1 atelier."
    assert library.ask("List all conferences").reason is None
    assert library.ask("List the cancelled workshops").reason is None


def test_a_dinner_is_shown_as_more_than_a_meeting(library_of):
    library = library_of(
        {
            "log.md": """# What the dairies did

| Date | Event | Type | City |
| --- | --- | --- | --- |
| 6 October 2021 | Networking dinner | Meeting | Nantes |
| 8 February 2022 | Meeting | Meeting | Lyon |
"""
        }
    )
    dinner, plain = library.ask("List all meetings").statements
    assert dinner.text.startswith("Networking dinner · ")
    assert plain.text.startswith("meeting · ")
    assert len(library.ask("Which dinners took place?").statements) == 1
