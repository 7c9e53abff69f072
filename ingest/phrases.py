"""What web pages, printers and templates write on lines of their own, in French and English.

Each pattern is the whole of a line, or one entry of a row of links. ``SURE`` is furniture wherever
it stands; ``PHRASE`` only as a paragraph, for a heading or a list item may well say it; ``ENTRY``,
``SHARE`` and ``MENU`` are words of every kind of text, and furniture only side by side.
Every regular expression is linear.
"""

from __future__ import annotations

import re
from typing import Final

_NETWORK: Final = (
    "(?:facebook|twitter|x|linked ?in|whats ?app|telegram|instagram|pinterest|reddit|you ?tube"
    "|bluesky|tumblr|viadeo|mastodon|messenger|xing|pocket|rss|sms|e-?mail|courriel|mail|print"
    r"|imprimer|google ?\+|threads|tik ?tok|copier le lien|copy link|lien direct|direct link)"
)
_SOCIAL: Final = (
    "(?:facebook|twitter|x|linked ?in|whats ?app|telegram|instagram|pinterest|you ?tube|bluesky"
    "|mastodon|xing|viadeo|threads)"
)
_THIS: Final = (
    "(?: (?:this|the|cet|cette|la|le|l'|page|article|post|news|event|publication|actualité|sur))*"
)
_SHARE_VERB: Final = f"(?:share|tweet|partage[rz]|suivez-nous|follow us){_THIS}"
_ON: Final = (
    "(?: (?:on|with|by|to|via|sur|par|à|un ami|a friend|les réseaux sociaux|social media))*"
)
_CONSENT: Final = (
    "(?:this|our) (?:web ?)?(?:site|page) uses (?:only )?cookies.*",
    "we use (?:two |only )?cookies.*",
    "by continuing to (?:use|browse|visit|navigate) .*cookies.*",
    "nous utilisons des cookies.*",
    "(?:notre|ce) site (?:web |internet )?utilise (?:des )?cookies.*",
    "en poursuivant (?:votre|la|sur (?:ce|le|notre)) .*cookies.*",
    "cookies?(?: notice| policy)? ?: (?:we|this site|this website|nous|ce site)(?: \\w{1,12})?"
    " (?:use|uses|store|utilis\\w{1,4}) .*",
    "cookie notice[.:] .*cookies.*",
)
_YEAR: Final = r"(?:19|20)\d\d(?:[ ,/–-]*(?:19|20)\d\d)?(?=[ .,|–-]*(?-i:[A-ZÀ-Þ]|$))"
# Copyright is also a matter that documents treat.
_RIGHTS: Final = ("©.{0,120}", rf"copyright[ ,:]*(?:©|\(c\)|{_YEAR}).{{0,110}}")
_TEMPLATE: Final = (
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\[/?[a-z]+_[a-z_]+[^\[\]]*\]",
    r"[\[<](?:insert|insérer|your|votre|add|ajouter|à compléter|a completer|to be completed|logo)\b"
    r"[^\[\]<>]*[\]>]",
    "lorem ipsum.*",
    "(?:click or tap|cliquez(?: ou appuyez)?|click) (?:here|ici) (?:to|pour) (?:enter|add|entrer"
    "|taper|saisir|ajouter).*",
    "choose an item|choisissez un élément",
    "(?:error ?! (?:bookmark|reference source)|erreur ?! (?:signet|source du renvoi)).*",
)
_ANYWHERE: Final = (
    "back to (?:the )?top(?: of (?:the )?page)?|retour (?:en|vers le) haut(?: de (?:la )?page)?",
    "skip to .{0,24}(?:content|navigation|menu|footer|search)",
    "(?:aller|passer|accéder) (?:directement )?(?:au|à la) (?:contenu|menu|recherche|navigation"
    "|pied de page)(?: principale?)?",
    "(?:read|show|see|view|load) more|(?:lire|afficher|charger) (?:la suite|plus)",
    f"{_SHARE_VERB}{_ON}[ :]*{_SOCIAL}(?:[ ,/·|–-]+(?:(?:and|et) )?{_NETWORK})*",
    "(?:votre adresse e-?mail ne sera pas|your e-?mail address will not be) (?:publiée"
    "|published).*",
)
_AROUND: Final = (
    # As a rule "(c)" marks the third item of a list.
    rf"\(c\)[ ,:]*(?:©|{_YEAR}).{{0,110}}",
    r"\(c\) [^;:]{1,60}(?:19|20)\d\d [–|-] .{0,100}\b(?:accessibi\w+|privacy|legal|cookies"
    r"|plan du site|site ?map|mentions|confidentialité)\b.{0,60}",
    "(?:tout |j')?(?:accepter|refuser) (?:tout|et fermer|les cookies|et continuer)(?: .{0,20})?",
    "tout (?:accepter|refuser)|(?:accept|reject|decline|allow) all(?: cookies)?(?: and close)?",
    "(?:haut|bas) de (?:la )?page|top of (?:the )?page",
    "(?:print|imprimer|envoyer|télécharger|send)(?: this| cette| la| the) page",
    "learn more|voir (?:la suite|plus)|en savoir (?:plus|\\+)",
    "(?:previous|next) (?:page|post|article)|(?:page|article|actualité) (?:précédente?|suivante?)",
    "(?:back|return) to (?:the )?(?:list|news|events|homepage|home|overview).{0,24}",
    "retour (?:à|aux?) (?:la )?(?:liste|actualités|accueil|l'accueil|agenda|événements).{0,24}",
    "toggle navigation|search this site|rechercher sur (?:le|ce) site",
    "(?:fermer|close) (?:le |la |the )?(?:menu|window|fenêtre|popup)|chargement en cours",
    "informations annexes au site|accessibilité ?: (?:non|partiellement|totalement) conforme",
    f"(?:share|tweet|partage[rz]){_THIS[:-1]}+{_ON}|(?:share|partage[rz]) (?:on|sur|with|via)"
    f"(?: les réseaux sociaux| social media)?|(?:suivez-nous|follow us){_ON}",
    "(?:leave|post|add) a (?:comment|reply)|(?:laisser|laissez|ajouter|poster) un commentaire",
    r"(?:\d{1,4}|no|aucun|pas de) (?:comments?|commentaires?)"
    r"|(?:comments?|commentaires?) \(\d{1,3}\)",
    "(?:les champs obligatoires sont|required fields are) .*",
    "(?:abonnez-vous|inscrivez-vous|s'abonner|s'inscrire|subscribe|sign up|recevez)"
    "[^.]{0,60}(?:newsletter|lettre d'info(?:rmation)?|infolettre|mailing list).{0,60}",
    "articles? (?:similaires?|liés?|connexes?)|à lire aussi|related (?:posts?|articles?|news"
    "|content)|you (?:may|might) also (?:like|be interested in)|vous aimerez aussi",
    "proudly powered by .{1,40}|(?:powered|propulsé) (?:by|par) (?:wordpress|drupal|joomla|typo3"
    "|spip|wix|shopify|ghost|hugo|jekyll|squarespace|prestashop|discourse|mediawiki)",
    "(?:site(?: web)? réalisé par|website by) .{1,60}",
    r"(?:temps de lecture|reading time).{0,24}|\d{1,2} ?min(?:utes?)? (?:read|de lecture)",
    "(?:this document was|ce document a été) (?:automatically )?(?:generated|généré).*",
    r"(?:imprimé|printed|exporté|exported|téléchargé|downloaded) (?:(?:le|on|at)(?: \w{3,9},?)?"
    r" \d|(?:from|depuis|sur|de) (?:https?:|www\.|[\w-]{1,40}\.[a-z]{2,4}\b)).{0,80}",
    r"page \d{1,4}(?: ?(?:/|of|sur|de) ?\d{1,4})?",
    r"(?:template|modèle|gabarit)(?: (?:de|of|for) \w{2,20})?[ ,:–-]{1,3}(?:(?:version\b|v\.? ?\d"
    r"|updated|mise? à jour|rev\b).{0,60}|(?:n° ?)?(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d)",
)
_ENTRIES: Final = (
    "(?:i )?(?:accept|reject|decline|allow|agree|accepter|refuser)(?: cookies)?|j'accepte",
    "(?:manage|gérer|paramétrer|personnaliser|customi[sz]e)(?: (?:the|les|mes|my|vos|your))?"
    "(?: cookies?| préférences| preferences| choix)*",
    "cookies?(?: settings| policy| preferences| notice)?",
    "(?:paramètres|politique|gestion|préférences) (?:des|de|en matière de|relative aux) cookies",
    "to (?:the )?top|haut|previous|next|précédent|suivant|print|imprimer|share|partage[rz]?",
    "menu(?: principal)?|main menu|search|recherche(?:r)?|fermer|close|loading|chargement",
    "(?:log|sign) ?in|log ?out|se connecter|(?:se )?déconnexion|connexion|mon compte|my account"
    "|espace (?:membres?|adhérents?)|créer un compte|create an account|plan du site|site ?map",
    "j'aime(?: ça)?|like(?: this)?|tweet(?:er)?",
    "(?:\\d{1,4} )?(?:likes?|vues|views|partages|shares)",
    "comments?|commentaires?",
    "recent posts?|latest (?:news|posts)|articles? récents?|sur le même (?:sujet|thème)",
    "mentions légales|legal notice|(?:privacy|data protection)(?: policy| notice)?"
    "|politique de confidentialité|données personnelles|imprint|crédits(?: photos?)?"
    "|conditions (?:générales )?d'utilisation|terms (?:of (?:use|service)|and conditions)",
    "(?:propulsé par|powered by) .{1,40}",
)
_SHARE: Final = (
    f"(?:(?:{_SHARE_VERB}|send|envoyer|ajouter){_ON}[ :]*)?{_NETWORK}(?:[ /]+{_NETWORK})*",
    "agrandir le texte|ajouter à mon calendrier|add to (?:my )?calendar|signaler un problème"
    "|newsletter|legal|s'abonner|subscribe|favoris|bookmark",
)
_MENU: Final = (
    "home|accueil|contacts?|contact us|nous contacter|about(?: us)?|à propos|qui sommes-nous ?\\??"
    "|actualités?|news|blog|agenda|événements?|events?|presse?|médias?|media|publications?"
    "|ressources?|resources|documents?|fiches?|projets?|projects?|services|membres?|members"
    "|adhérents?|adhérer|rejoindre le réseau|partenaires|partners|emplois?|jobs|careers|carrières"
    "|faq|galerie|gallery|boutique|shop|baromètres?|études?|studies|le pôle|le cluster|the cluster"
    "|offres?|annuaire|directory|login|extranet|intranet",
)
# Of the entries of a menu, those that a document does not write by the side of others.
_NAVIGATION: Final = (
    "home|accueil|contact(?: us)?|nous contacter|about us|faq|login|log ?in|sign ?in|connexion"
    "|menu(?: principal)?|main menu|se connecter|mon compte|my account|mentions légales"
    "|legal notice|plan du site|site ?map|(?:cookie|privacy) (?:settings|policy)"
    "|politique de confidentialité",
)


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})[ .:!»›>↑^…]*", re.IGNORECASE)


SURE: Final = _whole(*_CONSENT, *_RIGHTS, *_TEMPLATE, *_ANYWHERE)
PHRASE: Final = _whole(*_AROUND)
ENTRY: Final = _whole(*_ENTRIES)
SHARE: Final = _whole(*_SHARE)
MENU: Final = _whole(*_MENU)
NAVIGATION: Final = _whole(*_NAVIGATION)
TONGUE: Final = _whole(
    "fr|en|de|es|it|nl|pl|pt|français|english|deutsch|español|italiano|nederlands"
)
VERB: Final = _whole(f"{_SHARE_VERB}{_ON}")
NETWORKS: Final = _whole(f"{_NETWORK}(?:[ /]+{_NETWORK})+")
