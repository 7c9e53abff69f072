"""Questions without the documents that answer them."""

import json

from pipelines.evaluation.held_out import run


def test_an_answer_is_not_taken_from_what_is_left_out(sample_library, tmp_path):
    questions = [
        ("a", "Qui a organisé la réunion de lancement de BOISVERT ?", "fr", ["lancement.txt"]),
        ("b", "Who hosted the railway staff exchange?", "en", ["policy.html"]),
    ]
    golden = tmp_path / "questions.jsonl"
    golden.write_text(
        "\n".join(
            json.dumps(
                {
                    "id": name,
                    "question": question,
                    "language": language,
                    "kind": "factual",
                    "filters": {},
                    "expected": "organisation",
                    "relevant": relevant,
                    "accepted": [["somebody"]],
                }
            )
            for name, question, language, relevant in questions
        )
    )
    assert sample_library.ask(questions[0][1]).answer is not None
    found = run(sample_library, golden)
    assert found.figures["fr"].refused == 1
    assert found.figures["en"].refused == 0  # what answers it was left in
    assert [answered.id for answered in found.answered] == ["b"]
    assert found.figures["all"].size == 2
    assert found.figures["all"].refused == 0.5
