"""Mails: who wrote to whom and when, the body, and the attachments that can be read.

An attachment is read as the file it is, within the same limits, under its name as a heading. What
can't be read is named in the fact "unread", with the reason's code.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr
from typing import Final

from ingest.clean import clean
from ingest.errors import ReadError
from ingest.read.blocks import assemble, block, in_one
from ingest.read.forms import read_form
from ingest.read.html import read_html
from ingest.read.limits import Clock, Limits
from ingest.read.mail_headers import (
    body_text,
    check_headers,
    day_and_time,
    file_name,
    header,
    payload,
)
from ingest.types import Text

_LONGEST_LINE: Final = 500  # of recipients
_MOST_PARTS: Final = 500
_DEEPEST: Final = 30  # parts inside each other in one mail
_LEAST_LETTERS: Final = 40  # of a plain body; less is a note that there is a page to see
_LOGO: Final = 20_000  # bytes; smaller pictures are signatures
# Parts that belong to the mail and not to its reader.
_MACHINERY: Final = frozenset(
    "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature"
    " message/delivery-status text/calendar application/ics text/x-vcard text/vcard".split()
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a mail that are its text, and those that are files."""

    bodies: tuple[Message, ...] = ()
    files: tuple[Message, ...] = ()


def read_mail(data: bytes, limits: Limits, clock: Clock) -> Text:
    """The head, the body and the attachments of a mail.

    Raises ``CORRUPT``, ``NO_TEXT``, or ``TOO_LARGE``, mails too deep inside each other included.
    """
    check_headers(data)
    if data.startswith(b"From "):  # the line before a mail in a box of mails
        data = data.partition(b"\n")[2]
    try:
        message = message_from_bytes(data, policy=policy.compat32)
    except (RecursionError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise ReadError("CORRUPT", str(error)) from error
    clock.check()
    return _read(message, limits, clock)


def _read(message: Message, limits: Limits, clock: Clock) -> Text:
    if limits.max_depth <= 0:
        raise ReadError("TOO_LARGE", "mails inside each other")
    limits = replace(limits, max_depth=limits.max_depth - 1)
    parts = _sorted(message, 0)
    subject, sent = header(message, "Subject"), day_and_time(message)
    facts = {
        "title": subject,
        "author": parseaddr(header(message, "From"))[0],
        "date": sent[:10],
    }
    bodies = list(_bodies(parts.bodies, limits, clock))
    if header(message, "Snapshot-Content-Location") and bodies:
        return in_one(bodies, "html", facts, limits)  # a web page saved as a mail
    head = _head(message, subject, sent, limits)
    texts = [found for found in (head, *bodies) if found.content]
    # What is known of the reading of each attachment, under the names it has for a file.
    told: dict[str, list[str]] = {"unread": [], "ocr_pages": [], "unread_pages": []}
    for number, part in enumerate(parts.files[:_MOST_PARTS], 1):
        clock.check()
        name = file_name(part, number)
        try:
            found = _attached(part, name, limits, clock)
        except ReadError as error:
            told["unread"].append(f"{name} ({error.code})")
            continue
        if found is not None:
            for fact, value in found.metadata:
                if fact in told:
                    told[fact].append(f"{name}: {value}")
            texts.append(assemble([block(name, "heading", 2)], "", {}, limits))
            texts.append(_lowered(found))
    if not texts:
        raise ReadError("NO_TEXT", "a mail without text")
    facts |= {fact: "; ".join(values) for fact, values in told.items()}
    return in_one(texts, "eml", facts, limits)


def _head(message: Message, subject: str, sent: str, limits: Limits) -> Text:
    lines = [f"{name}: {line}" for name in ("From", "To", "Cc") if (line := _people(message, name))]
    lines += [f"Date: {sent}"] if sent else []
    blocks = [block(subject, "heading", 1), block("\n".join(lines))]
    return assemble(blocks, "", {}, limits)


def _people(message: Message, name: str) -> str:
    line = header(message, name)
    return line if len(line) <= _LONGEST_LINE else line[:_LONGEST_LINE].rpartition(",")[0] + ", …"


def _bodies(parts: tuple[Message, ...], limits: Limits, clock: Clock) -> Iterator[Text]:
    for part in parts:
        clock.check()
        text = body_text(part)
        if len(text) > limits.max_characters:
            raise ReadError("TOO_LARGE", f"over {limits.max_characters} characters")
        if part.get_content_type() == "text/html":
            with suppress(ReadError):
                found = read_html(text, limits, clock)
                first = min((heading.level for heading in found.headings), default=2)
                yield _lowered(found, 1 if first == 1 else 0)
            clock.check()
        else:
            yield Text(clean(_unwrapped(text, part)), "")


def _unwrapped(text: str, part: Message) -> str:
    """A plain body without the marks of quotation, its flowed lines put together."""
    lines = [line.lstrip("> ") if line.startswith(">") else line for line in text.splitlines()]
    flowed = "format=flowed" in str(part.get("Content-Type", ""))[:1000].lower().replace('"', "")
    if not flowed:
        return "\n".join(lines)
    return "".join(line if line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines)


def _attached(part: Message, name: str, limits: Limits, clock: Clock) -> Text | None:
    """The text of an attachment; None for a picture that only decorates."""
    if part.get_content_type() == "message/rfc822":
        inside = part.get_payload()
        if isinstance(inside, list) and inside and isinstance(inside[0], Message):
            return _read(inside[0], limits, clock)
    data = payload(part)
    if part.get_content_maintype() == "image" and (
        len(data) < _LOGO or part.get("Content-ID") is not None
    ):
        return None
    return read_form(data, name, limits, clock)


def _sorted(part: Message, depth: int) -> _Parts:
    """Tell the text of a mail from its files, going through parts of parts."""
    kind = part.get_content_type()
    inside = part.get_payload() if part.is_multipart() else None
    if kind in _MACHINERY or depth > _DEEPEST:
        return _Parts()
    if kind == "message/rfc822" or not isinstance(inside, list):
        shown = "attachment" not in str(part.get("Content-Disposition", ""))[:200].lower()
        if kind in ("text/plain", "text/html") and shown and (depth == 0 or not _is_named(part)):
            return _Parts((part,))
        return _Parts(files=(part,)) if depth or kind != "text/plain" else _Parts((part,))
    children = [
        _sorted(child, depth + 1) for child in inside[:_MOST_PARTS] if isinstance(child, Message)
    ]
    files = tuple(found for child in children for found in child.files)
    if part.get_content_subtype() == "alternative":
        return _Parts(_best([child.bodies for child in children if child.bodies]), files)
    return _Parts(tuple(found for child in children for found in child.bodies), files)


def _best(versions: list[tuple[Message, ...]]) -> tuple[Message, ...]:
    """The version that is read of a mail that comes as text and as a page: the text, if any."""
    for version in versions:
        if version[0].get_content_type() == "text/plain":
            letters = sum(map(str.isalpha, body_text(version[0])[:10_000]))
            if letters >= _LEAST_LETTERS:
                return version
    return versions[-1] if versions else ()


def _is_named(part: Message) -> bool:
    return "name=" in str(part.get("Content-Type", ""))[:1000].lower() or (
        "filename" in str(part.get("Content-Disposition", ""))[:1000].lower()
    )


def _lowered(text: Text, by: int = 2) -> Text:
    """A text whose headings stand below those of the mail."""
    headings = (replace(found, level=min(9, found.level + by)) for found in text.headings)
    return replace(text, headings=tuple(headings))
