"""Pages as the usual makers of sites build them: title, date, parts and tables, and no more."""

from __future__ import annotations

import pytest

from ingest.read import Limits, read_bytes

LONG = "Les ateliers de reliure ont montré leurs presses aux visiteurs venus de toute la vallée."
MENU = "".join(f'<li class="menu-item"><a href="/r{n}">Rubrique {n}</a></li>' for n in range(14))

WORDPRESS = f"""<a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
<div id="page" class="site"><header id="masthead" class="site-header"><div class="site-branding">
<p class="site-title"><a href="/">Pôle Papier</a></p><p class="site-description">En feuilles</p>
</div><nav class="main-navigation"><ul class="menu">{MENU}</ul></nav></header>
<main id="main" class="site-main"><article class="post type-post category-newsletter tag-social">
<header class="entry-header"><h1 class="entry-title">Bilan</h1><div class="entry-meta">
<span class="posted-on"><time>4 mai 2022</time></span></div></header><div class="entry-content">
<p>{LONG}</p><h2>Suite</h2><ul class="wp-block-list"><li>Accueil</li></ul>
<figure class="wp-block-table"><table><tr><th>Quoi</th><th>Combien</th></tr><tr><td>Presse</td>
<td>3</td></tr></table></figure><div class="sharedaddy"><h3>Partager :</h3><a>Courriel</a></div>
<div class="jp-relatedposts"><h3>Similaire</h3><p>Autre article</p></div></div></article>
<nav class="post-navigation"><a>Précédent</a></nav><div id="comments" class="comments-area">
<h2>Une réflexion</h2><ol class="comment-list"><li><article><p>{LONG[::-1]}</p></article></li></ol>
</div></main><aside class="widget-area"><h2>Archives</h2></aside>
<footer class="site-footer">Propulsé</footer></div>
<div id="cookie-notice" role="dialog">Nous utilisons des cookies.</div>"""

ELEMENTOR = f"""<div data-elementor-type="header" class="elementor elementor-location-header">
<div class="elementor-widget elementor-widget-nav-menu"><ul class="elementor-nav-menu">{MENU}</ul>
</div><p>01 02 03 04 05</p></div><div data-elementor-type="wp-page" class="elementor">
<section class="elementor-section elementor-top-section"><h1 class="elementor-heading-title">Bilan
</h1><p>4 mai 2022</p><p>{LONG}</p></section><section class="elementor-section"><h2>Suite</h2>
<ul class="elementor-icon-list-items"><li><i aria-hidden="true"></i><span>Accueil</span></li></ul>
<table><tr><th>Quoi</th><th>Combien</th></tr><tr><td>Presse</td><td>3</td></tr></table>
</section><div class="elementor-widget elementor-widget-share-buttons">Partager</div></div>
<div data-elementor-type="footer" class="elementor elementor-location-footer"><h3>Contact</h3></div>
"""

DRUPAL = f"""<header role="banner"><div class="site-slogan">En feuilles</div></header>
<div class="region region-primary-menu"><ul class="menu">{MENU}</ul></div>
<main role="main"><div class="layout-content"><div class="block"><h1 class="page-header">
<span class="field--name-title">Bilan</span></h1></div><article class="node--view-mode-full">
<div class="field--name-date"><time>4 mai 2022</time></div><div class="field--name-body">
<p>{LONG}</p><h2>Suite</h2><ul><li>Accueil</li></ul><table class="table"><tr><th>Quoi</th>
<th>Combien</th></tr><tr><td>Presse</td><td>3</td></tr></table></div></article>
<div class="views-element-container"><h2>Aussi</h2><article class="node--view-mode-teaser">
<h2><a href="/n">Autre article</a></h2><p>Du texte.</p></article></div></div>
<aside class="layout-sidebar-first" role="complementary"><h2>Lettre</h2></aside></main>
<div class="eu-cookie-compliance-banner"><h2>Vos choix</h2><p>{LONG * 4}</p></div>"""

COMMISSION = f"""<div class="wt-cck-banner"><p>{LONG * 4}</p></div>
<header class="ecl-site-header"><div hidden id="languages">français</div><nav>{MENU}</nav></header>
<div class="ecl-page-header"><nav class="ecl-breadcrumb">Accueil</nav>
<h1 class="ecl-page-header__title">Bilan</h1><ul class="ecl-page-header__meta"><li>4 mai 2022</li>
</ul></div><main id="main-content"><p>{LONG}</p><div class="ecl-accordion"><h2><button
 class="ecl-accordion__toggle" aria-controls="a">Suite</button></h2><div id="a" hidden><ul>
<li>Accueil</li></ul><table class="ecl-table"><tr><th>Quoi</th><th>Combien</th></tr><tr>
<td>Presse</td><td>3</td></tr></table></div></div><div class="ecl-social-media-share">
<p>Partager</p></div></main><footer class="ecl-site-footer">Contact</footer>"""

JOOMLA = f"""<div id="sidebar"><div class="moduletable_menu"><ul class="nav menu">{MENU}
</ul></div></div><div class="item-page"><div class="page-header"><h2 itemprop="headline">Bilan</h2>
</div><dl class="article-info"><dd class="published"><time>4 mai 2022</time></dd></dl>
<div itemprop="articleBody"><p>{LONG}</p><h3>Suite</h3><ul><li>Accueil</li></ul><table><tr>
<th>Quoi</th><th>Combien</th></tr><tr><td>Presse</td><td>3</td></tr></table></div>
<ul class="pager pagenav"><li><a>Précédent</a></li></ul></div><div class="footer">Contact</div>"""


@pytest.mark.parametrize("page", [WORDPRESS, ELEMENTOR, DRUPAL, COMMISSION, JOOMLA])
def test_a_page_of_a_usual_site(page: str) -> None:
    html = f"<html><head><title>Bilan – Pôle Papier</title></head><body>{page}</body></html>"
    text = read_bytes(html.encode(), "a.html", Limits())
    lines = [line.removeprefix("• ") for line in text.content.split("\n") if line]
    assert lines == ["Bilan", "4 mai 2022", LONG, "Suite", "Accueil", "Quoi: Presse | Combien: 3"]
    assert [heading.span.of(text.content) for heading in text.headings] == ["Bilan", "Suite"]
