"""Clean text: mended characters, plain spaces, folded blank lines, no page furniture.

Nothing here joins or splits lines, so that a reader that keeps one block a line can clean block by
block. Every regular expression is linear, and those for page furniture only see short lines.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ROUNDS: Final = 4  # removing a character can uncover another fault; two rounds are usual
_LONGEST_FURNITURE: Final = 400

_ANSI: Final = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and cursor moves
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?"  # window titles, links and other strings
    r"|\x1b[ -/]*[0-~]"
)
_BREAKS: Final = re.compile(r"\r\n?|[\v\u2028\u2029]")
_SPACES: Final = re.compile(r"(?<=\S)[ \t]{2,}|\t")
_TRAILING: Final = re.compile(r"(?<!\s)[^\S\n]+$", re.MULTILINE)
_BLANK_LINE: Final = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_BLANK_RUN: Final = re.compile(r"\n{3,}")
_ASCII_DONE: Final = re.compile(r"[\n -~]*")
_SUSPECT: Final = re.compile(r"[\x80-\x9f\u00c2\u00c3\u00e2\u00c5\u0102\u0393\ufffd\uff00-\uffef]")
_LIGATURES: Final = re.compile("[\ufb00-\ufb06\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3]")

_NETWORKS: Final = (
    "(?:facebook|twitter|x|linked ?in|whats ?app|telegram|instagram|pinterest|reddit|you ?tube"
    "|bluesky|tumblr|viadeo|mastodon|messenger|xing|pocket|rss|sms|e-?mail|courriel|mail|print|imprimer"
    r"|google ?\+|copier le lien)"
)
_THIS: Final = "(?: (?:this|the|cet|cette|la|le|l'|page|article|post|news|publication|actualité))*"
# Each is the whole of a line, but for blanks and marks at its end.
_WHOLE_LINES: Final = (
    # Consent.
    "(?:tout |j')?(?:accepter|refuser|accepte)(?: tout| et fermer| les cookies| et continuer)*",
    "(?:i )?(?:accept|reject|decline|allow)(?: all| cookies| and close)*",
    "(?:manage|gérer|paramétrer|personnaliser|customi[sz]e)(?: (?:the|les|mes|my|vos|your))?"
    "(?: cookies?| préférences| preferences| choix)*",
    "cookies? (?:settings|policy|preferences)",
    "(?:paramètres|politique|gestion) des cookies",
    "(?:this|our|the) (?:web ?)?site uses cookies.*",
    "we use cookies.*",
    "by continuing to .*cookies.*",
    "nous utilisons des cookies.*",
    "(?:notre|ce) site (?:web |internet )?utilise (?:des )?cookies.*",
    "en poursuivant (?:votre|la|sur) .*cookies.*",
    # Moving about the page.
    "(?:back )?to (?:the )?top(?: of (?:the )?page)?",
    "(?:retour (?:en|vers le) )?haut(?: de (?:la )?page)?",
    "skip to (?:the )?(?:main )?(?:content|navigation)",
    "(?:aller|passer|accéder) (?:directement )?au (?:contenu|menu)(?: principal)?",
    "(?:print|imprimer|envoyer|télécharger|send)(?: this| cette| la| the) page",
    "read more|learn more|lire la suite|en savoir plus",
    "previous|next|précédent|suivant|(?:previous|next) (?:page|post|article)",
    "(?:page|article) (?:précédente?|suivante?)",
    "toggle navigation|menu principal|main menu|search this site|rechercher sur le site",
    # Sharing.
    f"(?:share|partager|partagez){_THIS}(?: (?:on|sur|with|via|les réseaux sociaux|social media))*",
    "(?:suivez-nous|follow us)(?: (?:on|sur|les réseaux sociaux|social media))*",
    # The foot of a page.
    r"(?:©|\(c\)|copyright\b).{0,120}",
    r".{0,90}\b(?:all rights reserved|tous droits réservés)",
    "mentions légales|legal notice|privacy policy|politique de confidentialité",
    "plan du site|site ?map",
    # What a template left behind.
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[/?[a-z]+_[a-z_]+[^\[\]]*\]",
)
_FURNITURE: Final = re.compile(rf"(?:{'|'.join(_WHOLE_LINES)})[ .:!»›>↑^]*", re.IGNORECASE)
# One entry of a share bar, which is all of the line once its marks are taken for borders.
_VERB: Final = (
    f"(?:(?:share|tweet|send|partage[rz]|envoyer|ajouter|suivez-nous|follow us){_THIS}"
    "(?: (?:on|with|by|to|via|sur|par|à|un ami|a friend))*[ :]*)?"
)
_SHARE: Final = re.compile(
    rf"(?:{_VERB}{_NETWORKS}(?:[ ,/]+(?:and |et )?{_NETWORKS})*"
    "|agrandir le texte|lien direct|direct link|copy link|ajouter à mon calendrier"
    "|add to (?:my )?calendar|signaler un problème|newsletter|legal|s'abonner|subscribe"
    "|favoris|bookmark)[ .!]*",
    re.IGNORECASE,
)
_BORDERS: Final = re.compile(r" ?[|·•] ?| [–—-] |, ")
_CRUMB_MARK: Final = re.compile(r" (?:>|›|»|/|→|::) ")
_CRUMB_HOME: Final = re.compile(
    r"(?:(?:you are here|vous êtes ici)[ :]*)?(?:home(?: ?page)?|accueil)\b"
    r"|(?:you are here|vous êtes ici)\b",
    re.IGNORECASE,
)


def clean(text: str) -> str:
    """``text`` fit for splitting: :func:`tidy`, lines unindented, page furniture dropped.

    ``clean(clean(x)) == clean(x)`` for every string.
    """
    lines = (line.strip() for line in tidy(text).split("\n"))
    kept = "\n".join(line for line in lines if not is_furniture(line))
    return _BLANK_RUN.sub("\n\n", kept).strip()


def tidy(text: str) -> str:
    """``text`` with sound characters and spaces; lines, their order and indentation are kept.

    Mojibake and ligatures are mended; Unicode is NFC; escapes, control, zero-width and
    direction characters are gone; every space is U+0020 and single within a line; lines end in
    one newline, with no trailing blanks and at most one blank line between them.
    """
    for _ in range(_ROUNDS):
        mended = _characters(text)
        if mended == text:
            break
        text = mended
    text = _SPACES.sub(" ", text)
    text = _BLANK_LINE.sub("", text)
    text = _TRAILING.sub("", text)
    return _BLANK_RUN.sub("\n\n", text).strip("\n")


def is_furniture(line: str) -> bool:
    """Whether a whole line belongs to the web page rather than to the document.

    Consent and share bars, breadcrumbs, links to the top, copyright lines, template leaks and the
    dotted lines of a table of contents. Only whole short lines count, so prose is never touched.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST_FURNITURE:
        return False
    if _FURNITURE.fullmatch(line):
        return True
    if len(line) <= 200:
        verb, colon, rest = line.partition(":")  # "Partager : Bluesky – LinkedIn"
        bar = rest if colon and _FURNITURE.fullmatch(verb) else line
        pieces = [piece.replace("’", "'") for piece in _BORDERS.split(bar.strip(" |·•")) if piece]
        if pieces and all(_FURNITURE.fullmatch(p) or _SHARE.fullmatch(p) for p in pieces):
            return True
        return _is_contents(line) or bool(_CRUMB_HOME.match(line) and _CRUMB_MARK.search(line))
    return False


def _is_contents(line: str) -> bool:
    """Whether the line is "Introduction ........ 3", from a table of contents."""
    entry = line.rstrip("0123456789")
    leader = entry[len(entry.rstrip(" .…·_")) :]
    return 1 <= len(line) - len(entry) <= 4 and len(leader) - leader.count(" ") >= 4


def _characters(text: str) -> str:
    if _ASCII_DONE.fullmatch(text):
        return text
    text = _BREAKS.sub("\n", _ANSI.sub("", text)).replace("\f", "\n\n")
    if _SUSPECT.search(text):
        text = _mend(text)
    if _LIGATURES.search(text):
        text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return unicodedata.normalize("NFC", text.translate(_TABLE))


def _mend(text: str) -> str:
    """``text`` with UTF-8 read as something else put right, line by line."""
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,  # "&lt;" in a text about HTML is what its author wrote
        uncurl_quotes=False,  # quotes are shown as in the source
        fix_latin_ligatures=False,
        explain=False,
    )
    return "\n".join(
        ftfy.fix_text(line, config) if _SUSPECT.search(line) else line for line in text.split("\n")
    )


class _Characters(dict[int, "str | None"]):
    """What becomes of each character, worked out once for each that is met."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        category = unicodedata.category(character)
        nothing = code & 0xFFFE == 0xFFFE  # code points that are no characters
        if nothing or (category in ("Cc", "Cf", "Co", "Cs") and character not in "\n\t"):
            self[code] = None
        else:
            self[code] = " " if category == "Zs" else character
        return self[code]


_TABLE: Final = _Characters(
    {
        0x2010: "-",  # hyphens that look like the plain one and would hide a match
        0x2011: "-",
        # Bullets that Word and old web pages draw with a symbol font, in the private use area.
        **dict.fromkeys((0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0D6, 0xF0E0, 0xF076, 0xF0FC), "•"),
        0xF02D: "-",
        # Hangul fillers, the braille blank and the grapheme joiner are letters, and invisible.
        **dict.fromkeys((0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F), None),
    }
)
