"""Questions of the field are read as the reader reads: once each, answers by their pieces."""

import json

from encoder.bundled import BundledEncoder
from encoder.reader import ABOUT_PIECES
from encoder.training.practice import read_practice, read_translated

GHENT = "The meeting was held in Ghent on 4 May 2021."
LUNCH = "Lunch was offered by the port."


def said(sentence, answer=None):
    return {
        "sentence": sentence,
        "about": "Minutes " * 60,
        "before": "",
        "answers": answer is not None,
        "answer": answer,
    }


def test_translated_questions_are_read_beside_their_own(tmp_path):
    line = {
        "id": "a-1",
        "question": "Where was it?",
        "language": "en",
        "held_out": False,
        "sentences": [said(LUNCH), said(GHENT, [0, 3])],
    }
    path, other = tmp_path / "read.jsonl", tmp_path / "translated.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    other.write_text(
        json.dumps({"id": "a-1", "language": "fr", "question": "C'était où ?"}), encoding="utf-8"
    )
    units, asked = read_practice(BundledEncoder(), path, 0, read_translated(other))
    assert len(units) == 2
    assert [(one.text, one.language) for one in asked] == [
        ("Where was it?", "en"),
        ("C'était où ?", "fr"),
    ]
    assert asked[0].right == asked[1].right


def test_sentences_are_numbered_once_and_answers_found_in_their_pieces(tmp_path):
    place = [GHENT.index("Ghent"), GHENT.index("Ghent") + len("Ghent")]
    lines = [
        {
            "id": "a",
            "question": "Where was it?",
            "language": "en",
            "held_out": False,
            "sentences": [said(LUNCH), said(GHENT, place)],
        },
        {
            "id": "b",
            "question": "Qui a offert le vin ?",
            "language": "fr",
            "held_out": True,
            "sentences": [said(GHENT), said(LUNCH)],
        },
        {"id": "c", "question": "Rien ?", "language": "fr", "held_out": False, "sentences": []},
    ]
    path = tmp_path / "read.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    encoder = BundledEncoder()
    units, asked = read_practice(encoder, path, first=100)
    assert len(units) == 2
    where, who = asked
    ((number, (start, end)),) = where.right
    assert where.wrong == (100,)
    assert number == 101
    pieces, offsets = encoder.pieces([GHENT])[0]
    assert GHENT[offsets[start][0] : offsets[end][1]] == "Ghent"
    assert units[1].pieces == tuple(pieces)
    assert len(units[1].around) == ABOUT_PIECES
    assert who.right == ()
    assert who.held_out
    assert not where.held_out
    assert who.wrong == (101, 100)
