"""The reader's training draws from both kinds of questions, learns, and goes on where it paused."""

import argparse
import json
import lzma
import random

import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import torch

from encoder.bundled import BundledEncoder
from encoder.training import course as courses
from encoder.training import reader as training
from encoder.training.asked import QUESTIONS
from encoder.training.course import Course
from encoder.training.reader_model import Reader

TOWNS = ("Ghent", "Liège", "Turin", "Lund", "Porto", "Brno")


def encyclopaedia(town, language):
    passage = f"The harbour is old. The council first met in {town} in spring. It rained all day."
    start = passage.index(town)
    return {
        "source": "qed" if language == "en" else "piaf",
        "lang": language,
        "question": f"Where did the council of {town} first meet?",
        "title": "Council",
        "passage": passage,
        "answers": [{"text": town, "start": start}],
    }


def practice(town, number, held_out=False):
    sentence = f"The kick-off was held in {town}."
    place = [sentence.index(town), sentence.index(town) + len(town)]
    other = {"about": "Minutes", "before": "", "answers": False, "answer": None}
    said = [other | {"sentence": f"Lunch number {n} was long."} for n in range(9)]
    told = other | {"sentence": sentence, "answers": True, "answer": place}
    return {
        "id": f"a-{number}",
        "question": f"Where was kick-off {number} held?",
        "language": "en",
        "held_out": held_out,
        "sentences": said if held_out else [told, *said],
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    lines = [encyclopaedia(town, language) for town in TOWNS for language in ("en", "fr")]
    with lzma.open(folder / QUESTIONS, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(line) + "\n" for line in lines)
    asked = [practice(town, number) for number, town in enumerate(TOWNS)]
    asked.append(practice("Nice", 6, held_out=True))
    asked.append(practice("Metz", 7, held_out=True) | {"held_out": False})
    translated = {"id": "a-0", "language": "fr", "question": "Où s'est tenu le lancement 0 ?"}
    for name, rows in (("read", asked), ("kept", asked), ("translated", [translated])):
        text = "\n".join(map(json.dumps, rows))
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def course(files, monkeypatch):
    monkeypatch.setattr(courses, "KEPT", 8)
    monkeypatch.setattr(courses, "KEPT_EVERY", 1)
    monkeypatch.setattr(courses, "QUESTIONS_A_STEP", 2)
    paths = (files / f"{name}.jsonl" for name in ("read", "translated", "kept"))
    return Course(files, BundledEncoder(), *paths)


def test_a_step_draws_answered_near_and_held_out_questions_of_both_kinds(course):
    drawn = [one for number in range(60) for one in course.drawn(number)]
    texts = {one.text for one in drawn}
    assert any("council" in text for text in texts)
    assert "Où s'est tenu le lancement 0 ?" in texts
    assert "Where was kick-off 6 held?" in texts
    assert "Where was kick-off 7 held?" in texts
    assert course.drawn(3) == course.drawn(3)
    for one in drawn:
        assert one.right == (0 if one.text[-8:-6] in (" 6", " 7") else 1)


def test_what_is_around_is_left_out_of_some_rows(course):
    numbers = [number for number, unit in enumerate(course.units) if unit.around]
    text = course.kept_practice[0].text
    rows = course.rows(text, numbers, random.Random(1))
    bare = sum(row.around == row.own for row in rows)
    assert 0 < bare < len(rows)
    assert all(row.around < row.own for row in course.rows(text, numbers, None))


def test_it_learns_and_measures(course):
    torch.manual_seed(0)
    reader = Reader(BundledEncoder().directory).train()
    optimiser = torch.optim.AdamW(
        [weight for weight in reader.parameters() if weight.requires_grad], lr=1e-4
    )
    seen = []
    for number in [0, 1, 2, 3] * 4:
        loss = training.losses(reader, course, number)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        seen.append(float(loss.detach()))
    assert sum(seen[-4:]) < 0.7 * sum(seen[:4])
    figures = training.measure(reader, course)
    assert {"en place", "field en first", "field above near", "field above held out"} <= set(
        figures
    )
    assert all(0 <= value <= 1 for value in figures.values())


def test_a_paused_run_ends_like_a_whole_one(course, tmp_path):
    def run(folder, *minutes):
        folder.mkdir()
        for limit in minutes:
            torch.manual_seed(1)
            reader = Reader(BundledEncoder().directory).train()
            given = argparse.Namespace(steps=3, minutes=limit, work=folder)
            ended = training._train(reader, course, given)
        return ended, reader

    ended, whole = run(tmp_path / "whole", None)
    assert ended
    ended, paused = run(tmp_path / "paused", 0.0, None)
    assert ended
    for one, other in zip(whole.parameters(), paused.parameters(), strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-3)
    given = argparse.Namespace(steps=9, minutes=None, work=tmp_path / "paused")
    with pytest.raises(SystemExit, match="3 steps"):
        training._train(paused, course, given)
