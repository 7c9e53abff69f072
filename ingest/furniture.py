"""Lines that belong to the web page, the printer or the template rather than to the document.

Only whole lines count, and short ones but for consent notices, so that prose is never touched.
Every regular expression is linear.
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 400
_LONGEST_NOTICE: Final = 1_200
_LONGEST_BAR: Final = 200

_NETWORKS: Final = (
    "(?:facebook|twitter|x|linked ?in|whats ?app|telegram|instagram|pinterest|reddit|you ?tube"
    "|bluesky|tumblr|viadeo|mastodon|messenger|xing|pocket|rss|sms|e-?mail|courriel|mail|print"
    "|imprimer"
    r"|google ?\+|threads|tik ?tok|copier le lien)"
)
_THIS: Final = (
    "(?: (?:this|the|cet|cette|la|le|l'|page|article|post|news|event|publication|actualité|sur))*"
)
# Each is the whole of a line, but for blanks and marks at its end.
_CONSENT: Final = (
    "(?:tout |j')?(?:accepter|refuser|accepte)(?: tout| et fermer| les cookies| et continuer)*",
    "(?:i )?(?:accept|reject|decline|allow)(?: all| cookies| and close)*",
    "(?:manage|gérer|paramétrer|personnaliser|customi[sz]e)(?: (?:the|les|mes|my|vos|your))?"
    "(?: cookies?| préférences| preferences| choix)*",
    "cookies? (?:settings|policy|preferences|notice)",
    "(?:paramètres|politique|gestion|préférences) (?:des|en matière de|relative aux) cookies",
    "(?:this|our|the) (?:web ?)?site uses cookies.*",
    "we use cookies.*",
    "by continuing to .*cookies.*",
    "nous utilisons des cookies.*",
    "(?:notre|ce) site (?:web |internet )?utilise (?:des )?cookies.*",
    "en poursuivant (?:votre|la|sur) .*cookies.*",
)
_MOVING: Final = (
    "(?:back )?to (?:the )?top(?: of (?:the )?page)?",
    "(?:retour (?:en|vers le) )?haut(?: de (?:la )?page)?",
    "skip to .{0,24}(?:content|navigation|menu|footer|search)",
    "(?:aller|passer|accéder) (?:directement )?(?:au|à la) (?:contenu|menu|recherche|navigation"
    "|pied de page)(?: principale?)?",
    "(?:print|imprimer|envoyer|télécharger|send)(?: this| cette| la| the) page",
    "(?:read|learn|show|see|view|load) more|(?:lire|voir|afficher|charger) (?:la suite|plus)"
    "|en savoir (?:plus|\\+)",
    "previous|next|précédent|suivant|(?:previous|next) (?:page|post|article)",
    "(?:page|article|actualité) (?:précédente?|suivante?)",
    "(?:back|return) to (?:the )?(?:list|news|events|homepage|home|overview).{0,24}",
    "retour (?:à|aux?) (?:la )?(?:liste|actualités|accueil|l'accueil|agenda|événements).{0,24}",
    "toggle navigation|menu(?: principal)?|main menu|search(?: this site)?"
    "|recherche(?:r(?: sur le site)?)?",
    "(?:fermer|close)(?: (?:le |the )?(?:menu|window|fenêtre|popup))?|loading"
    "|chargement(?: en cours)?",
    "(?:log|sign) ?in|log ?out|se connecter|(?:se )?déconnexion|connexion|mon compte|my account"
    "|espace (?:membres?|adhérents?)|créer un compte|create an account",
    "informations annexes au site|plan du site|site ?map",
)
_SHARING: Final = (
    f"(?:share|partager|partagez){_THIS}(?: (?:on|sur|with|via|les réseaux sociaux|social media))*",
    "(?:suivez-nous|follow us)(?: (?:on|sur|les réseaux sociaux|social media))*",
    "j'aime(?: ça)?|like(?: this)?|tweet(?:er)?|(?:\\d{1,4} )?(?:likes?|vues|views|partages"
    "|shares)",
    r"(?:\d{1,4} |no |aucun |pas de )?(?:comments?|commentaires?)(?: \(\d{1,3}\))?",
    "(?:leave|post|add) a (?:comment|reply)|(?:laisser|laissez|ajouter|poster) un commentaire",
    "(?:votre adresse e-?mail ne sera pas|your e-?mail address will not be) (?:publiée"
    "|published).*",
    "(?:les champs obligatoires sont|required fields are) .*",
    "(?:abonnez-vous|inscrivez-vous|s'abonner|s'inscrire|subscribe|sign up|recevez)"
    "[^.]{0,60}(?:newsletter|lettre d'info(?:rmation)?|infolettre|mailing list).{0,60}",
    "articles? (?:similaires?|liés?|connexes?|récents?)|sur le même (?:sujet|thème)|à lire aussi"
    "|related (?:posts?|articles?|news|content)|recent posts?|latest (?:news|posts)"
    "|you (?:may|might) also (?:like|be interested in)|vous aimerez aussi",
)
_FOOT: Final = (
    r"(?:©|\(c\)|copyright\b).{0,120}",
    "mentions légales|legal notice|(?:privacy|data protection) (?:policy|notice)"
    "|politique de confidentialité|données personnelles|imprint|crédits(?: photos?)?"
    "|conditions (?:générales )?d'utilisation|terms (?:of (?:use|service)|and conditions)",
    "accessibilité ?: (?:non|partiellement|totalement) conforme",
    "(?:proudly )?powered by .{1,40}|propulsé par .{1,40}|(?:site|website"
    "|site web) (?:réalisé par|by) .{1,60}",
    r"(?:temps de lecture|reading time).{0,24}|\d{1,2} ?min(?:utes?)? (?:read|de lecture)",
    "(?:this document was|ce document a été) (?:automatically )?(?:generated|généré).*",
    "(?:imprimé|printed|exporté|exported|téléchargé|downloaded) (?:le|on|from|depuis|at) .{0,80}",
    r"page \d{1,4}(?: ?(?:/|of|sur|de) ?\d{1,4})?",
)
_TEMPLATE: Final = (
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[/?[a-z]+_[a-z_]+[^\[\]]*\]",
    r"[\[<](?:insert|insérer|your|votre|add|ajouter|à compléter|a completer|to be completed|logo)\b"
    r"[^\[\]<>]*[\]>]",
    "lorem ipsum.*",
    "(?:click or tap|cliquez(?: ou appuyez)?|click) (?:here|ici) (?:to|pour) (?:enter|add|entrer"
    "|taper"
    "|saisir|ajouter).*",
    "choose an item|choisissez un élément",
    "(?:error ?! (?:bookmark|reference source)|erreur ?! (?:signet|source du renvoi)).*",
    r"(?:template|modèle|gabarit)(?: (?:de|of|for) \w{2,20})?[ ,:–-]{1,3}(?:version\b|v\.? ?\d"
    r"|updated"
    r"|mise? à jour|rev\b|n°|(?:19|20)\d\d).{0,60}",
)
_FURNITURE: Final = re.compile(
    rf"(?:{'|'.join((*_CONSENT, *_MOVING, *_SHARING, *_FOOT, *_TEMPLATE))})[ .:!»›>↑^…]*",
    re.IGNORECASE,
)
_RESERVED: Final = re.compile(
    r"\b(?:all rights reserved|tous droits réservés)[ .]{0,4}$", re.IGNORECASE
)
_LONGEST_RIGHTS: Final = 130
# A site that speaks of its own cookies.
_COOKIES: Final = re.compile(r"\b(?:cookies?|traceurs)\b", re.IGNORECASE)
_SITE_SPEAKS: Final = re.compile(
    r"\b(?:we|nous|we and our|our partners|nos partenaires|(?:this|our|the|ce|notre"
    r"|le) (?:web ?)?site"
    r"(?: web| internet)?)(?: \w{1,12}){0,3} (?:use|uses|utilis\w{1,4}|stock\w{1,4}|store"
    r"|dépos\w{1,4}"
    r"|recour\w{1,4})\b"
    r"|\b(?:by|en) (?:clicking|continuing|cliquant|poursuivant|continuant|using|utilisant)\b",
    re.IGNORECASE,
)
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
# One entry of a menu; a line of three of them, one that only menus have, is a menu.
_MENU: Final = re.compile(
    "home|accueil|contacts?|contact us|nous contacter|about(?: us)?|à propos|qui sommes-nous ?\\??"
    "|actualités?|news|blog|agenda|événements?|events?|presse?|médias?|media|publications?"
    "|ressources?|resources|documents?|fiches?|projets?|projects?|services|membres?|members"
    "|adhérents?|adhérer|rejoindre le réseau|partenaires|partners|emplois?|jobs|careers|carrières"
    "|faq|galerie|gallery|boutique|shop|baromètres?|études?|studies|le pôle|le cluster|the cluster"
    "|offres?|annuaire|directory|rechercher|search|connexion|login|extranet|intranet",
    re.IGNORECASE,
)
_MENU_SURE: Final = re.compile(
    "home|accueil|contact(?: us)?|nous contacter|about us|faq|login|connexion", re.IGNORECASE
)
_SURELY: Final = 3  # entries; more of them are a menu, whatever they are
_TONGUES: Final = re.compile(
    "fr|en|de|es|it|nl|pl|pt|français|english|deutsch|español|italiano|nederlands", re.IGNORECASE
)
_BORDERS: Final = re.compile(r" ?[|·•] ?| [–—-] |, ")
_CRUMB_MARK: Final = re.compile(r" ?(?:>|›|»|→|::) ?| / ")
_CRUMB_HOME: Final = re.compile(
    r"(?:(?:you are here|vous êtes ici)[ :]*)?(?:home(?: ?page)?|accueil)(?= ?[>›»→/:|])"
    r"|(?:you are here|vous êtes ici)\b",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Whether a whole line is no part of the document.

    Consent notices, share bars, menus, breadcrumbs, links to the top, copyright lines, what
    printers and templates leave, and the dotted lines of a table of contents.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return 0 < len(line) <= _LONGEST_NOTICE and _is_notice(line)
    line = line.replace("’", "'")
    if _FURNITURE.fullmatch(line) or _is_notice(line) or _is_reserved(line):
        return True
    if len(line) <= _LONGEST_BAR:
        return (
            _is_bar(line)
            or _is_contents(line)
            or bool(_CRUMB_HOME.match(line) and _CRUMB_MARK.search(line))
        )
    return False


def _is_reserved(line: str) -> bool:
    return len(line) <= _LONGEST_RIGHTS and bool(_RESERVED.search(line))


def _is_notice(line: str) -> bool:
    return bool(_COOKIES.search(line) and _SITE_SPEAKS.search(line))


def _is_bar(line: str) -> bool:
    """Whether the line is a row of links: to share the page, to other pages, to other languages."""
    verb, colon, rest = line.partition(":")  # "Partager : Bluesky – LinkedIn"
    bar = rest if colon and _FURNITURE.fullmatch(verb) else line
    pieces = [piece for piece in _BORDERS.split(bar.strip(" |·•")) if piece]
    if pieces and all(_FURNITURE.fullmatch(p) or _SHARE.fullmatch(p) for p in pieces):
        return True
    if len(pieces) >= 2 and all(_TONGUES.fullmatch(p) for p in pieces):
        return True
    return (
        len(pieces) >= 3
        and all(_MENU.fullmatch(p) or _FURNITURE.fullmatch(p) for p in pieces)
        and (len(pieces) > _SURELY or any(_MENU_SURE.fullmatch(p) for p in pieces))
    )


def _is_contents(line: str) -> bool:
    """Whether the line is "Introduction ........ 3", from a table of contents."""
    entry = line.rstrip("0123456789")
    leader = entry[len(entry.rstrip(" .…·_")) :]
    dots = sum(3 if mark == "…" else mark != " " for mark in leader)
    return 1 <= len(line) - len(entry) <= 4 and dots >= 4
