"""French. An elided article or pronoun stands before the apostrophe: the word after it is what is compared."""

from __future__ import annotations

STEMMER: str | None = "french"

STOP = frozenset(
    """
    a afin ai ainsi alors après as au aucun aucune aujourd aussi autre autres aux avaient avait avant avec avoir ayant c car
    ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des dès deux donc
    dont du elle elles en encore entre es est et étaient était étant été être eu eux fait font fut hors il ils j jusqu jusque
    l la là le lequel les leur leurs lors lorsque lui m ma mais me même mêmes mes mien moins mon n ne ni non nos notre nous
    on ont ou où par parce pas pendant peu peut peuvent plus pour pourquoi près puis qu quand que quel quelle quelles quels
    qui quoi s sa sans se sera seront ses seulement si sien soit son sont sous sur t ta tandis tant te tel telle tels tes toi
    ton tous tout toute toutes très tu un une va vers vos votre vous y
    """.split()
)

PRONOUNS = frozenset(["il", "elle", "ils", "elles", "lui", "leur", "leurs", "son", "sa", "ses", "ce", "celui", "celle"])

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août aout", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
CALENDAR = frozenset(word for line in (*WEEKDAYS, *MONTHS, "hier demain") for word in line.split())

_UNITS = ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
NUMBERS = {
    **{word: n for n, word in enumerate((*_UNITS, "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"), 2)},
    "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19,
    **{word: n for n, word in zip(range(20, 70, 10), _TENS, strict=True)},
    **{
        f"{ten}-{unit}": n + m
        for n, ten in zip(range(20, 70, 10), _TENS, strict=True)
        for m, unit in enumerate(_UNITS, 2)
    },
    "soixante-dix": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90, "cent": 100, "mille": 1000,
}  # fmt: skip

SPELLING: dict[str, str] = {"trois": "3", "quatre": "4", "cinq": "5", "dix": "10", "%": "%"}

ENDINGS: tuple[tuple[str, str], ...] = ()

GROUPS = (
    "dit déclaré déclare affirmé annoncé annonce indiqué précisé expliqué assuré porte-parole",
    "mort morts mourir décédé décès tué tués tuée victimes",
    "blessé blessés blessée blessures",
    "arrêté arrêtés interpellé interpellés arrestation garde",
    "incendie feu flammes",
    "rencontre rencontré réunion entretien discussions sommet",
    "séisme tremblement secousse",
    "gouvernement autorités autorité",
    "police policiers gendarmes",
    "hausse augmentation augmenté",
    "baisse diminution recul",
)

#: Words that say no, that say how sure something is, and how many, each line of these one amount.
NEGATIONS = frozenset("pas jamais aucun aucune".split())
HEDGES = frozenset(
    "présumé présumée présumés présumées prétendument apparemment probablement vraisemblablement éventuellement peut-être "
    "soupçonné soupçonnée soupçonnés supposé supposée serait seraient aurait auraient incertain".split()
)
QUANTIFIERS = (
    "tous toutes",
    "la plupart",
    "beaucoup nombreux nombreuses",
    "quelques certains certaines plusieurs",
    "peu",
)
