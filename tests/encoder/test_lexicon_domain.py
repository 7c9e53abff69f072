"""The hand-written list: how its rows are read and how much they count."""

import pytest

from encoder.training.lexicon.domain import DOMAIN_TERMS, read_also, read_domain


def test_the_first_row_counts_most_and_a_third_choice_stays_one(tmp_path):
    path = tmp_path / "terms.tsv"
    rows = ["aide\taid", "aide\tsupport", "aide\tgrant", "subvention\tgrant"]
    path.write_text("kind\tfrench\tenglish\n" + "".join(f"word\t{row}\n" for row in rows))
    found = read_domain(path)
    assert found["fr"]["aide"] == {"aid": 1, "support": 1 / 2, "grant": 1 / 3}
    assert found["en"]["grant"] == {"aide": 1 / 3, "subvention": 1 / 2}


def test_what_is_said_besides_is_kept_apart_from_what_leads(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("kind\tfrench\tenglish\nword\tprix\tprice\nalso noun\tprix\tcost\n")
    assert read_domain(path) == {"fr": {"prix": {"price": 1}}, "en": {"price": {"prix": 1}}}
    assert read_also(path)["fr"] == {"prix": {"cost": 1, "costs": 1}}
    assert read_also(path)["en"] == {"cost": {"prix": 1}, "costs": {"prix": 1}}


def test_what_is_said_besides_counts_no_more_than_all_else():
    from encoder.training.lexicon.mixing import combine

    parts = [{"haut": {"high": 30.0}, "prêt": {"loan": 60.0, "ready": 12.0}}]
    also = {"haut": dict.fromkeys(["top", "upper", "tall"], 1.0), "prêt": {"willing": 1.0}}
    also["rançon"] = {"ransom": 1.0}
    found = combine(parts, also, "en")
    # Three at 12 would be 36: they share the 30 of what leads. One is 12 beside 72, or alone.
    assert found["haut"] == pytest.approx(
        {"high": 1 / 2, "top": 1 / 6, "tall": 1 / 6, "upper": 1 / 6}
    )
    assert found["prêt"] == pytest.approx({"loan": 60 / 84, "ready": 12 / 84, "willing": 12 / 84})
    assert found["rançon"] == {"ransom": 1.0}


@pytest.mark.parametrize(("kind", "read"), [("nom", read_domain), ("also nom", read_also)])
def test_an_unknown_kind_is_named(tmp_path, kind, read):
    path = tmp_path / "terms.tsv"
    path.write_text(f"kind\tfrench\tenglish\n{kind}\tappel\tcall\n")
    with pytest.raises(ValueError, match=r"'appel' has the kind 'nom'"):
        read(path)


def test_the_list_has_no_row_twice_and_no_stray_space():
    rows = DOMAIN_TERMS.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "kind\tfrench\tenglish"
    assert len(set(rows)) == len(rows)
    for row in rows:
        fields = row.split("\t")
        assert len(fields) == 3, row
        assert all(field and field == " ".join(field.split()) for field in fields), row
