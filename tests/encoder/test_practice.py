"""Questions of the field are read as the reader reads: once each, answers by their pieces."""

import json

from encoder.bundled import BundledEncoder
from encoder.reader import TITLE_PIECES
from encoder.training.practice import read_practice

GHENT = "The meeting was held in Ghent on 4 May 2021."
LUNCH = "Lunch was offered by the port."


def said(sentence, answer=None):
    return {
        "sentence": sentence,
        "title": "Minutes " * 30,
        "before": "",
        "answers": answer is not None,
        "answer": answer,
    }


def test_sentences_are_numbered_once_and_answers_found_in_their_pieces(tmp_path):
    place = [GHENT.index("Ghent"), GHENT.index("Ghent") + len("Ghent")]
    lines = [
        {
            "question": "Where was it?",
            "language": "en",
            "sentences": [said(LUNCH), said(GHENT, place)],
        },
        {
            "question": "Qui a offert le vin ?",
            "language": "fr",
            "sentences": [said(GHENT), said(LUNCH)],
        },
        {"question": "Rien ?", "language": "fr", "sentences": []},
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
    assert len(units[1].around) == TITLE_PIECES
    assert who.right == ()
    assert who.wrong == (101, 100)
