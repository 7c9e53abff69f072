"""What is quoted of a sentence or a list still says what the document says."""

from types import SimpleNamespace

import pytest

from ingest.types import Heading, Span, Text
from pipelines.answer.evidence.facts import Fact
from pipelines.answer.telling.binding import binds, bound_by
from pipelines.answer.telling.cite import _asked, _fact_first, _joined
from pipelines.answer.telling.quote import clip


def told(reply):
    return [citation.quote for citation in reply.citations]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Ne sont pas prises en charge les dépenses suivantes :", True),
        ("Exhibitors must not bring:", True),
        ("Uniquement pour les membres :", True),
        ("Not eligible", True),
        ("The following costs are paid:", False),
        ("Sont éligibles :", False),
        ("no later than 4 May, at noon", False),
    ],
)
def test_what_turns_or_conditions_what_follows(text, bound):
    assert binds(text) is bound


@pytest.mark.parametrize(
    ("heading", "bound"),
    [
        ("Not eligible", True),
        ("Dépenses non éligibles", True),
        ("2.1 Costs that are not covered", True),
        ("Ce que le chèque ne rembourse pas", True),
        ("Are not paid:", True),
        ("Sauf pour les membres", True),
        ("Small firms only", True),
        ("4. What we do not advise", True),
        ("Ce qu'il ne faut pas faire", True),
        ("Ce que nous ne conseillons pas", True),
        ("What did not work: the brochure", False),
        ("Ce qui n'a pas marché", False),
        ("Why the old rule is not good enough", False),
        ("Pourquoi l'ancienne règle ne suffit pas", False),
        ("Minutes (draft 3, not yet approved)", False),
        ("Un site qui n'a jamais fermé", False),
        ("Can interns not take part?", False),
        ("Non-food uses of wool", False),
    ],
)
def test_a_heading_goes_before_a_sentence_where_it_denies_it(heading, bound):
    """A heading with a "not" in it is no part of what stands under it."""
    content = f"Report\n\n{heading}\n\nThe hotel costs 90 euros a night."
    start = content.index(heading)
    headings = (Heading(Span(0, 6), 1), Heading(Span(start, start + len(heading)), 2))
    text = Text(content, "md", headings=headings)
    lead = bound_by(text, Span(content.index("The hotel"), len(content)))
    assert (lead is not None and lead.of(content) == heading) is bound


def test_items_of_a_list_keep_the_lead_that_denies_them(library_of):
    text = (
        "# Règlement de l'appel OSTRELLE\n\n"
        "Les dépenses suivantes ne sont pas prises en charge par l'appel OSTRELLE :\n\n"
        "- les frais de voyage des accompagnants\n- l'achat de matériel d'occasion\n"
        "- les intérêts et amendes\n"
    )
    library = library_of({"reglement.md": text})
    reply = library.ask("Quelles dépenses sont prises en charge par l'appel OSTRELLE ?")
    quotes = told(reply)
    assert "les intérêts et amendes" in quotes
    lead = next(n for n, quote in enumerate(quotes) if "ne sont pas prises en charge" in quote)
    assert lead < quotes.index("les intérêts et amendes")


def test_a_long_sentence_is_cut_around_what_answers(library_of):
    padding = (
        "after a long talk on the rooms, the buses, the lunch and the weather of that spring, "
    )
    sentence = (
        f"At the meeting of the board, {padding * 4}the treasurer said that the club of growers is "
        "called Ostrelle Growers."
    )
    library = library_of({"minutes.md": f"# Minutes of the board of Ostrelle\n\n{sentence}\n"})
    reply = library.ask("What is the club of growers called?")
    assert reply.answer is not None
    assert "Ostrelle Growers" in told(reply)[0]


def test_a_condition_is_not_cut_off(library_of):
    padding = (
        "and after the visit of the hall, the offices, the store and the yard by the two experts, "
    )
    sentence = f"Only if the jury agrees, {padding * 4}the grant is 9,000 euros a firm and year."
    library = library_of({"rules.md": f"# Rules of OAKAID\n\n{sentence}\n"})
    reply = library.ask("How much is the OAKAID grant?")
    assert "Only if the jury agrees" in told(reply)[0]


def test_a_row_keeps_the_names_of_its_columns(library_of):
    said = "a week in the workshop, " * 14  # longer than a quote may be, read whole
    table = (
        "Action,Description,Holder,Budget\n"
        f'training of sawyers,"{said}",Lycée de Ciney,"7,500 euros"\n'
        'fair in Ghent,"stand and travel",Ostrelle,"2,000 euros"\n'
    )
    library = library_of({"budget.csv": table})
    reply = library.ask("What is the budget of the training of sawyers?")
    assert "Action: training of sawyers" in told(reply)[0]
    assert "Budget: 7,500 euros" in told(reply)[0]


def test_a_quote_does_not_begin_after_a_colon():
    content = "of the many costs of a visit " * 12 + "not paid are: meals above 20 euros."
    around = Span(content.index("meals"), len(content))
    assert "not paid are: meals" in clip(content, Span(0, len(content)), around, 200).of(content)


def test_a_day_at_the_start_of_a_quote_makes_no_stretch_of_time_with_the_one_asked_for(library_of):
    text = (
        "# Call TIMBERAID\n\nJune 12, 2021 is when the jury of TIMBERAID meets, and the deadline"
        " for sending the application is June 5, 2021 at the latest, by post to the office.\n"
    )
    library = library_of({"call.md": text})
    reply = library.ask("When is the deadline for sending the TIMBERAID application?")
    assert reply.answer is not None
    assert "June 5, 2021" in told(reply)[0]


def test_the_day_asked_for_goes_before_a_bare_year(library_of):
    text = (
        "# Forum du bois\n\nLe forum annuel du bois d'Ostrelle, qui existe depuis 2009 et réunit"
        " les scieries de la vallée, aura lieu le 12 mai 2022 à Namur, en Belgique.\n"
    )
    library = library_of({"forum.md": text})
    reply = library.ask("Quand aura lieu le forum annuel du bois d'Ostrelle ?")
    assert not reply.statements[0].text.startswith("2009")


def test_of_two_who_signed_both_are_told_first(library_of):
    text = (
        "# Press release of OAKAID\n\nThe OAKAID agreement was signed by Ann Roe, president of the"
        " growers' club, and Martin Low, director of the school of forestry in Metz.\n"
    )
    library = library_of({"press.md": text})
    reply = library.ask("Who signed the OAKAID agreement?")
    told_first = reply.statements[0].text.partition(" – ")[0]
    assert told_first.startswith("The OAKAID") or ("Roe" in told_first and "Low" in told_first)


def names(content, *told, kind="person"):
    """The joined names, in an answer that points at the first of ``told``."""
    facts = tuple(
        Fact(kind, name, Span(content.index(name), content.index(name) + len(name)), name)
        for name in sorted(told, key=content.index)
    )
    reading = SimpleNamespace(text=SimpleNamespace(content=content))
    choice = SimpleNamespace(evidence=SimpleNamespace(facts=facts, reading=reading))
    asked = next(fact for fact in facts if fact.text == told[0])
    return [fact.text for fact in _joined(choice, asked)]


def test_names_that_a_sentence_joins():
    text = "signed by Ann Roe, mayor of Metz, and Bob Low (Alba) in the presence of Eva Dune"
    assert names(text, "Ann Roe", "Bob Low", "Eva Dune") == ["Ann Roe", "Bob Low"]
    assert names(text, "Bob Low", "Ann Roe", "Eva Dune") == ["Ann Roe", "Bob Low"]
    assert names("signé par Ann Roe et Bob Low", "Bob Low", "Ann Roe") == ["Ann Roe", "Bob Low"]
    assert names("Present: Ann Roe (chair), Bob Low (Alba)", "Ann Roe", "Bob Low") == ["Ann Roe"]
    assert names("Ann Roe met Bob Low", "Ann Roe", "Bob Low") == ["Ann Roe"]


def test_places_that_a_sentence_lists():
    """Who asks where is told all of the towns first, never one of three."""
    text = "held in Ghent (May 2023), Porto (June 2023) and Metz; the bus left from Namur"
    towns = ("Ghent", "Porto", "Metz", "Namur")
    assert names(text, *towns, kind="place") == ["Ghent", "Porto", "Metz"]
    assert names(text, "Namur", "Ghent", "Metz", kind="place") == ["Namur"]
    moved = "d'abord à Gand, puis à Porto, et enfin, le soir, à Metz"
    assert names(moved, "Gand", "Porto", "Metz", kind="place") == ["Gand", "Porto"]


@pytest.mark.parametrize(
    ("start", "listed", "first"),
    [
        ("Over 30 months, ", False, False),
        ("Pendant 30 months, ", False, False),
        ("The partners of the project will help small firms during 30 months ", False, True),
        ("Over 30 months, ", True, True),
    ],
)
def test_no_fact_stands_before_a_sentence_that_begins_with_it(start, listed, first):
    fact = Fact("duration", "30 months", Span(0, 9), "30 months")
    rest = "and the firms go to see each other at home, with their staff and all of their guests."
    sentence = start + rest
    assert _fact_first([fact], sentence, listed).startswith("30 months –") is first


@pytest.mark.parametrize(
    ("pointed", "first"),
    [
        ("2,400 euros for clubs of up to 100, and 4,500 euros", None),
        ("4,500 euros for the others", "4,500 euros"),
        ("2,400 euros", "2,400 euros"),
    ],
)
def test_none_of_several_figures_that_are_pointed_at_stands_first(pointed, first):
    content = "The fee is 2,400 euros for clubs of up to 100, and 4,500 euros for the others."
    facts = tuple(
        Fact("money", one, Span(content.index(one), content.index(one) + len(one)), one)
        for one in ("2,400 euros", "4,500 euros")
    )
    evidence = SimpleNamespace(facts=facts, sentence=SimpleNamespace(span=Span(0, len(content))))
    at = content.index(pointed)
    found = SimpleNamespace(start=at, end=at + len(pointed))
    asked = _asked(SimpleNamespace(evidence=evidence, found=found, role=None))
    assert (asked.text if asked else None) == first
