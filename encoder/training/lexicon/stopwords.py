"""Function words of both languages, and words too general for their translation to help."""

FRENCH = frozenset(
    """
a à afin ai aie aient ainsi ait alors après as assez au aucun aucune aujourd auquel aura aurait
auraient auront aussi autant autre autres aux auxquelles auxquels avaient avais avait avant avec
avez aviez avoir avons ayant b beaucoup bien c ça car ce ceci cela celle celles celui cependant ces
cet cette ceux chacun chacune chaque ci comme comment conformément contre d dans davantage de dehors
déjà depuis dernier des dès desquelles desquels dessous dessus devaient devait devant devez devra
devrait devrais devraient devront dit doit doivent donc dont du duquel durant e elle elles en encore
enfin entre es est et étaient étais était étant été êtes être eu eux f faire fais faisait fait faite
faites fallait faut fera ferait font fut furent g h hors hui i ici il ils j jamais je jusqu jusque k
l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me
même mêmes mes mieux moi moins mon n ne ni non nos notre nôtre nous o on ont or ou où outre p par
parce parmi pas pendant peu peut peuvent peux plupart plus plusieurs plutôt pour pourquoi pourra
pourrait pourraient pourront pouvait pouvoir près presque puis puisqu puisque q qu quand que quel
quelle quelles quelqu quelque quelques quels qui quiconque quoi quoique r rien s sa sans sauf se
selon sera serait seraient seront ses seulement si sien sienne soi soient sois soit sommes son sont
sous suis sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute toutes
très trop tu u un une v va vais vas vers veut veux voici voilà voir vont vos votre vôtre vous vu w x
y z notamment quant chez via dudit ladite ledit lesdits desdits susmentionné visé visée visés visées
prévu prévue prévus prévues présent présente monsieur madame tom marie mary
""".split()
)

ENGLISH = frozenset(
    """
a about above according after again against ago all almost already also although always am among an
and another any anybody anyone anything are aren as at away b be became because been before being
below both but by c can cannot could couldn d did didn do does doesn doing don done down during e
each either else ever every everybody everyone everything except f few for from further g get gets
got h had hadn has hasn have haven having he her here hers herself him himself his how however i if
in into is isn it its itself j just k l least less let like ll m made make makes many may maybe me
might mine more moreover most much must my myself n neither never no nobody none nor not nothing now
o of off often on once one only onto or other others otherwise ought our ours ourselves out over own
p per perhaps please q quite r rather re really referred respecting s said same shall she should
shouldn since so some somebody someone something soon such t than that the their theirs them
themselves then there thereby therefore therein thereof these they thing things this those though
through thus to together too toward towards u under unless until up upon us v ve very via w was wasn
way we well were weren what whatever when where whereas whether which while who whole whom whose why
will with within without won would wouldn x y yes yet you your yours yourself z mr mrs ms tom mary
""".split()
)
