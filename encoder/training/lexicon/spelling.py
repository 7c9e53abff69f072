"""English spelled both ways: Canadian law says "organized", the Commission "organised".

A stemmer keeps the two apart, so the lexicon gives both.
"""

import re

_SUFFIX = r"(?=(?:e|es|ed|er|ers|ing|ation|ations|ational)$)"
_IZE = re.compile(rf"(?<=\w{{3}})iz{_SUFFIX}")
# After a, e, o, u and w it is no suffix: "raise", "noise", "cruise", "clockwise".
_ISE = re.compile(rf"(?<=\w\w[^\Waeouw])is{_SUFFIX}")
# Other words whose -ise or -ize is none.
_ONE_SPELLING = re.compile(
    r"advertis|advis|chemis|compris|compromis|concis|demis|devis|disguis|enterpris|excis|exercis"
    r"|expertis|franchis|improvis|incis|merchandis|paradis|precis|premis|promis|revis|sunris"
    r"|supervis|surpris|televis|treatis|upris|capsiz|seiz|priz"
)
# American, British. Left out are words that another meaning spells so: "check", "tire", "story".
_PAIRS = dict(
    pair.split("=")
    for pair in """program=programme programs=programmes center=centre centers=centres
    centered=centred fiber=fibre fibers=fibres meter=metre meters=metres liter=litre liters=litres
    kilometer=kilometre kilometers=kilometres theater=theatre theaters=theatres
    labor=labour color=colour colors=colours favor=favour favorite=favourite honor=honour
    harbor=harbour harbors=harbours behavior=behaviour behaviors=behaviours neighbor=neighbour
    neighbors=neighbours neighborhood=neighbourhood neighborhoods=neighbourhoods
    neighboring=neighbouring rumor=rumour humor=humour vapor=vapour endeavor=endeavour
    defense=defence offense=offence license=licence licenses=licences
    analyze=analyse analyzed=analysed analyzing=analysing analyzer=analyser
    catalyze=catalyse electrolyzer=electrolyser electrolyzers=electrolysers
    canceled=cancelled canceling=cancelling labeled=labelled labeling=labelling
    traveled=travelled traveling=travelling traveler=traveller travelers=travellers
    modeling=modelling modeled=modelled signaling=signalling counseling=counselling
    counselor=counsellor counselors=counsellors fulfill=fulfil skillful=skilful
    enrollment=enrolment enroll=enrol installment=instalment installments=instalments
    catalog=catalogue catalogs=catalogues dialog=dialogue dialogs=dialogues
    aging=ageing aluminum=aluminium airplane=aeroplane airplanes=aeroplanes gray=grey mold=mould
    molds=moulds molding=moulding plow=plough sulfur=sulphur jewelry=jewellery artifact=artefact
    artifacts=artefacts pediatric=paediatric maneuver=manoeuvre""".split()
)
_OTHER = _PAIRS | {british: american for american, british in _PAIRS.items()}


def other_spelling(term: str) -> str | None:
    """Return a term with every word in the other spelling, or None if none has two."""
    words = [_other_word(word) for word in term.split(" ")]
    changed = " ".join(words)
    return changed if changed != term else None


def _other_word(word: str) -> str:
    if word in _OTHER:
        return _OTHER[word]
    if _ONE_SPELLING.search(word):
        return word
    if _IZE.search(word):
        return _IZE.sub("is", word)
    return _ISE.sub("iz", word)
