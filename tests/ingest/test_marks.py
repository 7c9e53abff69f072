"""The names and figures that stand in both language versions of a text."""

from ingest.marks import marks, shared, weights

FRENCH = "Le 14 juin 2022, Optikverbund Saale a reçu 1 250 visiteurs à Iéna. Le prix : 2,5 M€."
ENGLISH = "On 14 June 2022 Optikverbund Saale received 1,250 visitors in Jena. Price: EUR 2.5m."


def test_figures_are_the_same_however_a_language_writes_them():
    both = set(marks(FRENCH)) & set(marks(ENGLISH))
    assert {"14", "2022", "1250", "25"} <= both


def test_names_are_found_and_words_that_open_a_sentence_are_not():
    assert {"optikverbund", "saale", "iena"} <= set(marks(FRENCH))
    assert not {"le", "on", "price", "prix"} & {*marks(FRENCH), *marks(ENGLISH)}
    assert "ecoquartier" in marks("Le projet écoQuartier")
    assert marks("RAILNET avance.") == ("railnet",)


def test_a_mark_that_every_document_has_tells_little():
    french = [{"railnet", str(number)} for number in range(50)]
    english = [{"railnet", str(number)} for number in range(50)]
    weight = weights(french, english)
    assert shared(frozenset(french[3]), frozenset(english[3]), weight) == 1.0
    assert shared(frozenset(french[3]), frozenset(english[4]), weight) < 0.2


def test_texts_without_marks_share_none():
    assert marks("une phrase sans rien") == ()
    assert shared(frozenset(), frozenset(["jena"]), {"jena": 1.0}) == 0.0


def test_hostile_texts_are_read_in_linear_time():
    assert marks("1 " * 100_000 + "A" * 100_000 + " \t" * 100_000 + "-&" * 100_000)
