"""Mails: head, body and attachments, however they were packed."""

from __future__ import annotations

import io
import time
from email.message import EmailMessage

import docx
import pytest

from ingest.errors import ReadError
from ingest.read import Limits, read_bytes
from ingest.types import Text

BODY = "Bonjour à tous,\n\nLa réunion aura lieu à Lille le 4 mai, comme prévu.\n"


def mail(body: str | None = BODY) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Réunion de lancement à Lille"
    message["From"] = "Gaël Noël <gael@example.org>"
    message["To"] = "a@example.org, b@example.org"
    message["Date"] = "Wed, 04 May 2022 09:30:00 +0200"
    message["Message-ID"] = "<1@example.org>"
    if body is not None:
        message.set_content(body)
    return message


def read(message: EmailMessage | bytes, limits: Limits | None = None) -> Text:
    data = message if isinstance(message, bytes) else bytes(message)
    return read_bytes(data, "a.eml", limits or Limits())


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_heading("Annexe", 1)
    document.add_paragraph(text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


HEAD = (
    "Réunion de lancement à Lille\n\nFrom: Gaël Noël <gael@example.org>\n"
    "To: a@example.org, b@example.org\nDate: 2022-05-04 09:30"
)


def test_a_mail() -> None:
    text = read(mail())
    assert text.content == f"{HEAD}\n\n{BODY.strip()}"
    assert text.format == "eml"
    assert [(h.level, h.span.of(text.content)) for h in text.headings] == [
        (1, "Réunion de lancement à Lille")
    ]
    assert dict(text.metadata) == {
        "title": "Réunion de lancement à Lille",
        "author": "Gaël Noël",
        "date": "2022-05-04",
    }


def test_attachments_are_read_as_what_they_are() -> None:
    message = mail()
    message.add_attachment(
        word("Un paragraphe."), "application", "octet-stream", filename="Procès-verbal.docx"
    )
    message.add_attachment(b"Nom;Pays;Part\na;b;1\n", "text", "csv", filename="liste.csv")
    message.add_attachment(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a", "b", filename="v.doc"
    )
    message.add_attachment(b"\x89PNG\r\n\x1a\n logo", "image", "png", filename="logo.png")
    text = read(message)
    assert text.content == (
        f"{HEAD}\n\n{BODY.strip()}\n\nProcès-verbal.docx\n\nAnnexe\n\nUn paragraphe.\n\n"
        "liste.csv\n\nNom: a | Pays: b | Part: 1"
    )
    assert [(h.level, h.span.of(text.content)) for h in text.headings][1:] == [
        (2, "Procès-verbal.docx"),
        (3, "Annexe"),
        (2, "liste.csv"),
    ]
    assert dict(text.metadata)["unread"] == "v.doc (UNSUPPORTED)"


def test_the_text_goes_before_the_page_unless_it_says_nothing() -> None:
    page = "<html><body><h1>Réunion</h1><p>À Lille, <b>le 4 mai</b>.</p></body></html>"
    message = mail()
    message.add_alternative(page, subtype="html")
    assert read(message).content == f"{HEAD}\n\n{BODY.strip()}"
    message = mail("Voir en HTML.")
    message.add_alternative(page, subtype="html")
    text = read(message)
    assert text.content == f"{HEAD}\n\nRéunion\n\nÀ Lille, le 4 mai."
    assert [h.level for h in text.headings] == [1, 2]


def test_a_page_whose_boxes_have_letters_of_no_size_around_the_text() -> None:
    message = mail(None)
    message.set_content(
        '<div style="background:#fff"><table role="presentation"><tr><td style="font-size:0px;">'
        '<div style="font-size:0px;display:inline-block"><table role="presentation"><tr>'
        '<td style="font-size:0px;padding:10px">caché<div style="font-size:16px;line-height:1">'
        "Le pôle vous invite le 4 mai à Lille.</div></td></tr></table></div></td></tr></table>",
        subtype="html",
    )
    assert read(message).content == f"{HEAD}\n\nLe pôle vous invite le 4 mai à Lille."


def test_a_page_with_pictures_inside() -> None:
    message = mail(None)
    message.set_content("<p>Bonjour à tous et à toutes.</p>", subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n" + b"x" * 50_000, "image", "png", cid="<a>")
    text = read(message)
    assert text.content == f"{HEAD}\n\nBonjour à tous et à toutes."
    assert "unread" not in dict(text.metadata)


def test_a_mail_in_a_mail_down_to_a_depth() -> None:
    message = mail("Le plus profond des messages, tout au fond.")
    for depth in range(5):
        outer = mail(f"Niveau {depth}, avec assez de lettres pour être un texte.")
        outer.replace_header("Subject", f"Tr: {depth}")
        outer.add_attachment(message)
        message = outer
    text = read(message, Limits(max_depth=3))
    assert "Niveau 4" in text.content
    assert "Niveau 2" in text.content
    assert "Niveau 1" not in text.content
    assert "au fond" not in text.content
    assert "au fond" in read(message, Limits(max_depth=6)).content


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        (b"Subject: =?iso-8859-1?Q?Caf=E9?=", b"a", "Café"),
        (b"Subject: =?utf-8?B?w6k=?= =?utf-8?B?w6g=?=", b"a", "éè"),
        (b"Subject: =?x-inconnu?Q?Caf=C3=A9?=", b"a", "Café"),
        (b"Subject: =?utf-8?B?w6k?= a", b"a", "é a"),
        ("Subject: Été brut".encode("cp1252"), b"a", "Été brut"),
        ("Subject: Été brut".encode(), b"a", "Été brut"),
        (b"Subject: plie\n en deux", b"a", "plie en deux"),
    ],
)
def test_headers(headers: bytes, body: bytes, expected: str) -> None:
    assert read(b"From: a@b.c\n" + headers + b"\n\n" + body).content.startswith(expected)


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("text/plain; charset=iso-8859-1", "Été".encode("latin-1"), "Été"),
        ("text/plain; charset=utf-8", "Été".encode("cp1252"), "Été"),
        ("text/plain; charset=koi8-r", "да".encode("koi8-r"), "да"),
        ("text/plain; charset=zlib", "Été".encode(), "Été"),
        ("text/plain; charset=punycode", "Été".encode(), "Été"),
        ("text/plain; format=flowed", b"une ligne \nqui suit\n> cite", "une ligne qui suit\ncite"),
    ],
)
def test_bodies(head: str, body: bytes, expected: str) -> None:
    data = f"From: a@b.c\nSubject: s\nContent-Type: {head}\n\n".encode() + body
    assert read(data).content.endswith(f"\n\n{expected}")


def test_a_page_saved_as_a_mail_is_a_page() -> None:
    data = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\nSubject: Page\n"
        b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
        b"Content-Type: text/html\n\n<html><body><h1>Bilan</h1><p>Du texte.</p></body></html>\n"
        b"--x--"
    )
    text = read_bytes(data, "a.mht", Limits())
    assert (text.format, text.content) == ("html", "Bilan\n\nDu texte.")


def test_a_memo_is_no_mail() -> None:
    memo = b"From: the office\nTo: all\nSubject: lunch\n\nAt noon.\n"
    assert read_bytes(memo, "a.txt", Limits()).format == "txt"
    assert read_bytes(memo, "a.eml", Limits()).format == "eml"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Nothing of a mail.", "TYPE_MISMATCH"),
        (b"From: \nSubject: \n\n", "NO_TEXT"),
        (b"From: a@b.c\nContent-Type: multipart/mixed" + b";" * 100_000 + b"\n\na", "CORRUPT"),
    ],
)
def test_bad_mails(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.code == expected


def test_hostile_mails_are_read_in_time() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900)
    )
    recipients = b"To: " + b", ".join(b"a%d@b.c" % n for n in range(20_000)) + b"\n"
    words = b"Subject: " + b"=?utf-8?Q?a?= " * 20_000 + b"\n"
    for hostile in (nested, recipients, words, b"X:\n" * 50_000):
        began = time.process_time()
        try:
            read(b"From: a@b.c\nSubject: s\n" + hostile + b"\n\nTexte.")
        except ReadError as error:
            assert error.code in ("CORRUPT", "NO_TEXT")  # noqa: PT017
        assert time.process_time() - began < 3
