"""The events a text tells, from texts of this file's own words."""

import re
import time
from datetime import date

import pytest

from ingest.describe import describe
from ingest.register import agreements, cells, find_events, kinds, own, partners, passing, people
from ingest.types import Text

REPORT = """Study visit to Tampere: notes from the NORDTRAM partners

Host: Tram Cluster Pirkanmaa
Dates: 14-15 May 2019
Venue: Tampere Hall, Tampere, Finland
Participants: 22 people from five clusters

The visit was organised by Rail Lahti within the NORDTRAM project. The delegation visited the depot
and discussed the maintenance of trams. It was attended by workshop managers.

Next meeting. Gothenburg, 3–4 October 2019, hosted by Väst Logistik.
"""


def events_of(content, source="report.txt"):
    text = Text(content, "txt")
    found = find_events(text, describe(text, source))
    for event in found:
        check_spans(event, content)
    return found


def check_spans(event, content):
    """Every cell's words stand where its span says, white space folded."""
    values = [event.host, event.organiser, event.participants, *event.projects, *event.partners]
    for value in values:
        if value is not None:
            assert " ".join(value.span.of(content).split()) == value.text
    if event.place is not None and event.place.text != "online":
        assert event.place.span.of(content) == event.place.text
    if event.dates is not None:
        assert re.search(r"\d", event.dates.span.of(content))


def test_a_report_tells_its_own_event_and_the_next_one():
    visit, meeting = events_of(REPORT)
    assert (visit.kind, visit.status) == ("visit", "held")
    assert visit.host.text == "Tram Cluster Pirkanmaa"
    assert (visit.place.text, visit.country.text) == ("Tampere", "FI")
    assert visit.dates.iso() == ("2019-05-14", "2019-05-15")
    assert [p.text for p in visit.projects] == ["NORDTRAM"]
    assert visit.participants.text == "22 people"
    assert (meeting.kind, meeting.status) == ("meeting", "planned")
    assert (meeting.host.text, meeting.place.text) == ("Väst Logistik", "Gothenburg")
    assert meeting.dates.iso() == ("2019-10-03", "2019-10-04")
    assert [p.text for p in meeting.projects] == ["NORDTRAM"]


def test_a_text_about_nothing_that_takes_place_has_no_events():
    assert not events_of("Policy note: what clusters need\n\nFunds for six years, in every region.")


def test_a_cancelled_event_says_so():
    content = """Workshop in Namur (3 March 2021): CANCELLED

Date: 10 February 2021
We are sorry: the workshop that Pôle Meuse was to host in Namur on 3 March 2021 will not take place.
"""
    first = events_of(content)[0]
    assert (first.kind, first.status) == ("workshop", "cancelled")
    assert first.status_span.of(content) == "CANCELLED"


def test_a_call_opens_and_closes():
    content = """BATIVERT call for projects: wood frames

Opening: 4 March 2024
Deadline: 31 May 2024
Managed by: Pôle Charpente (Épinal, France)

Eligible applicants are SMEs. Information sessions: Épinal on 18 March 2024, Liège on 21 March.
"""
    call, *sessions = events_of(content)
    assert call.kind == "call"
    assert call.dates.iso()[0] == "2024-03-04"
    assert [d.iso()[1] for d in call.deadlines] == ["2024-05-31"]
    assert call.organiser.text == "Pôle Charpente"
    told = [(s.kind, s.place.text, s.dates.start) for s in sessions]
    assert told == [
        ("meeting", "Épinal", date(2024, 3, 18)),
        ("meeting", "Liège", date(2024, 3, 21)),
    ]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Appel à projets LINOVA : vos questions", [("call", "2024-09-02", "2024-10-31")]),
        ("L'adhésion : vos questions", []),
    ],
)
def test_questions_and_answers_on_a_call_tell_that_call(title, found):
    content = (
        f"{title}\n\nMis à jour le 9 septembre 2024\n\nQuand faut-il déposer ?\n\nL'appel a ouvert"
        " le 2 septembre 2024. Les dossiers doivent être déposés le 31 octobre 2024 au plus tard.\n"
    )
    calls = [e for e in events_of(content) if e.name.text == title]
    assert [(e.kind, e.dates.iso()[0], e.deadlines[0].iso()[1]) for e in calls] == found


def test_an_agreement_has_its_parties_and_their_countries():
    content = """Retour sur la convention annuelle

Le 12 avril 2023, à Lyon, un accord de coopération a été signé entre Pôle Rhodanien (Lyon, France)
et Cluster Lombardo (Milan, Italie). Les deux structures échangeront des formateurs.
"""
    deal = next(e for e in events_of(content) if e.kind == "agreement")
    assert [p.text for p in deal.partners] == ["Pôle Rhodanien", "Cluster Lombardo"]
    assert [c.text for c in deal.partner_countries] == ["FR", "IT"]
    assert deal.dates.start == date(2023, 4, 12)
    assert deal.place.text == "Lyon"


def test_a_calendar_of_several_events_gives_each_its_own():
    content = """The network's year 2022

• Webinar on hydrogen standards, online, 9 March 2022
• Trade fair in Hanover, 25 April 2022
• Matchmaking day in Bilbao, 16 June 2022
• The board agreed on a new logo on 1 July 2022.
"""
    found = {e.kind: e for e in events_of(content)}
    assert found["fair"].place.text == "Hanover"
    assert found["matchmaking"].place.text == "Bilbao"
    assert found["webinar"].place.text == "online"
    assert len(found) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "The report on the workshop was published on 4 May 2021 in Lyon.",
        "Applications for the exchange in Lyon close on 4 May 2021.",
        "The workshop takes place in Lyon in spring 2022.",
        "Members exchanged views in Lyon on exchange rates.",
        "The law of 4 May 2021 was voted in Lyon.",
    ],
)
def test_what_is_no_dated_event_is_none(sentence):
    assert not events_of(f"Policy note: the membership fees of clusters\n\n{sentence}\n")


def test_the_number_of_a_past_edition_is_not_the_participants():
    content = REPORT.replace("Participants: 22 people from five clusters\n", "")
    content += "\nThe previous edition had gathered 120 participants.\n"
    assert events_of(content)[0].participants is None


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("réunion de lancement", "kick_off"),
        ("kick-off meeting", "kick_off"),
        ("échange de personnels", "staff_exchange"),
        ("visite d’étude", "visit"),
        ("mission to Canada", "mission"),
        ("conférence de clôture", "closing"),
        ("protocole d'accord", "agreement"),
        ("appel à manifestation d'intérêt", "call"),
        ("assemblée générale", "meeting"),
    ],
)
def test_the_most_particular_noun_tells_the_kind(noun, kind):
    found = kinds.find_kinds(f"la {noun} du réseau")
    assert [f.kind for f in found] == [kind]


@pytest.mark.parametrize("module", [agreements, cells, kinds, own, partners, passing, people])
@pytest.mark.parametrize(
    "unit", ["a ", "Ab ", "Ab, ", "(", "Ab (", "échange ", "mission ", "12 ", "signed ", "le ", ";"]
)
def test_no_pattern_blows_up(module, unit):
    text = unit * (20_000 // len(unit))
    patterns = [p for p in vars(module).values() if isinstance(p, re.Pattern)]
    patterns += [p for _, p in getattr(module, "_TABLE", ())]
    started = time.perf_counter()
    for pattern in patterns:
        sum(1 for _ in pattern.finditer(text))
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Date: 14 May 2019\nVenue: online (link on request)", "online"),
        ("Date: 14 May 2019\nLieu : en ligne", "online"),
        ("Date: 14 May 2019\nVenue: Tampere, Finland", "Tampere"),
        ("The workshop was held online on 14 May 2019.", "online"),
        ("The workshop of 14 May 2019 was filmed and is online.", None),
    ],
)
def test_where_an_event_is_held_online(line, place):
    workshop = events_of(f"Minutes of the NORDTRAM workshop\n\n{line}\n")[0]
    assert (workshop.place and workshop.place.text) == place


def test_an_associated_partner_is_none_of_the_event():
    (kick_off,) = events_of(
        "NORDTRAM kick-off in Tampere: minutes\n\nHost: Tram Cluster Pirkanmaa\n"
        "Dates: 14-15 May 2019\nVenue: Tampere, Finland\nPartners: Rail Lahti, Väst Logistik\n"
        "Associated partner: Skinnebyen\n"
    )
    assert [p.text for p in kick_off.partners] == ["Rail Lahti", "Väst Logistik"]
