"""Numbers that LibreOffice counts for headings and lists are read as they are shown."""

from __future__ import annotations

import io
import zipfile

from ingest.read import Limits, read_bytes

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style")
)


def read(body: str, styles: str) -> list[str]:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        packed.writestr(
            "styles.xml",
            f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
        )
    return read_bytes(buffer.getvalue(), "a.odt", Limits()).content.split("\n")


def level(depth: int, form: str, more: str = "", kind: str = "outline-level-style") -> str:
    return f'<text:{kind} text:level="{depth}" style:num-format="{form}" {more}/>'


def heading(text: str, depth: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{depth}" {more}>{text}</text:h>'


def test_headings() -> None:
    outline = level(1, "1", 'style:num-prefix="Article " style:num-suffix=" :"')
    outline += level(2, "1", 'style:num-prefix="Lot " text:display-levels="2"') + level(3, "")
    body = (
        heading("Objet", 1)
        + heading("Cadre", 2)
        + heading("Annexe", 1, 'text:is-list-header="true"')
        + heading("Durée", 1)
        + heading("Début", 2)
        + heading("Jour", 3)
        + heading("Fin", 2)
    )
    numbered = read(body, f"<text:outline-style>{outline}</text:outline-style>")
    assert numbered[::2] == [
        "Article 1 : Objet",
        "Lot 1.1 Cadre",
        "Annexe",
        "Article 2 : Durée",
        "Lot 2.1 Début",
        "Jour",
        "Lot 2.2 Fin",
    ]
    bullet = "<text:list><text:list-item><text:p>point</text:p></text:list-item></text:list>"
    assert read(bullet, f"<text:outline-style>{outline}</text:outline-style>") == ["• point"]
    assert read(body, "")[::2] == ["Objet", "Cadre", "Annexe", "Durée", "Début", "Jour", "Fin"]


def test_a_mere_count_of_chapters_is_left_out() -> None:
    for form in ("1", "I"):
        outline = level(1, form, 'style:num-suffix="."')
        body = "".join(heading(name, 1) for name in ("Objet", "Durée", "Fin"))
        numbered = read(body, f"<text:outline-style>{outline}</text:outline-style>")
        assert numbered[::2] == ["Objet", "Durée", "Fin"]


def test_lists() -> None:
    kind = "list-level-style-number"
    styles = (
        '<text:list-style style:name="L">'
        + level(1, "I", 'style:num-suffix="." text:start-value="2"', kind)
        + level(2, "a", 'style:num-suffix=")"', kind)
        + level(3, "1", 'text:display-levels="3"', kind)
        + "</text:list-style>"
    )

    def item(text: str, inside: str = "") -> str:
        return f"<text:list-item><text:p>{text}</text:p>{inside}</text:list-item>"

    def listed(*items: str, name: str = "L") -> str:
        return f'<text:list text:style-name="{name}">{"".join(items)}</text:list>'

    deepest = listed(item("trois"))
    body = listed(item("un", listed(item("deux", deepest), item("aussi"))), item("quatre"))
    assert read(body + "<text:p>Suite.</text:p>" + listed(item("point"), name="M"), styles) == [
        "II. un",
        "a) deux",
        "II.a.1 trois",
        "b) aussi",
        "III. quatre",
        "",
        "Suite.",
        "",
        "• point",
    ]
