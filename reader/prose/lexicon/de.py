"""German."""

from __future__ import annotations

STEMMER: str | None = "german"

STOP = frozenset(
    """
    aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin
    bis bist da dabei dadurch dafür dagegen daher damit danach daneben dann daran darauf daraus darin darüber darum darunter
    das dass davon davor dazu dein deine dem den denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir
    doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer eure für gegen gewesen hab habe haben hat
    hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja jede jedem jeden
    jeder jedes jedoch jene jener jetzt kann kein keine keinem keinen keiner können könnte man manche mehr mein meine mich
    mir mit muss musste nach nachdem neben nicht nichts noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen
    seiner seit sich sie sind so sogar solche soll sollen sollte sondern sonst sowie über um und uns unser unter viel vom von
    vor während war waren warum was weg weil weiter welche welcher wenn wer werde werden wie wieder will wir wird wirst wo
    wollen wollte worden wurde wurden zu zum zur zwar zwischen
    """.split()
)

PRONOUNS = frozenset(["er", "sie", "es", "ihm", "ihn", "ihr", "ihre", "sein", "seine", "dieser", "diese", "dieses"])

WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend", "sonntag")
MONTHS = (
    "januar jänner", "februar feber", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
)  # fmt: skip
CALENDAR = frozenset(word for line in (*WEEKDAYS, *MONTHS, "heute gestern morgen") for word in line.split())

_UNITS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
NUMBERS = {
    **{word: n for n, word in enumerate((*_UNITS, "zehn", "elf", "zwölf"), 2)},
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
    **{word: n for n, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{unit}und{ten}": n + m
        for n, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for m, unit in enumerate(("ein", *_UNITS), 1)
    },
    "hundert": 100, "tausend": 1000,
}  # fmt: skip

SPELLING: dict[str, str] = {
    "us": "usa",
    "us-": "usa",
    "eu": "eu",
    "prozent": "%",
    "zwei": "2",
    "drei": "3",
    "vier": "4",
}

ENDINGS: tuple[tuple[str, str], ...] = ()

GROUPS = (
    "sagte sagen erklärte erklären mitteilte teilte berichtete äußerte betonte kündigte sprecher sprecherin",
    "tot tote toten getötet tödlich starb starben sterben gestorben todesopfer leben",
    "verletzt verletzte verletzten verletzung verletzungen",
    "festgenommen festnahme verhaftet verhaftung",
    "feuer brand brände flammen",
    "begann beginnen beginn startete starten start",
    "treffen traf trafen gespräch gespräche gipfel",
    "erdbeben beben",
    "regierung behörden behörde",
    "polizei polizisten beamte beamten",
    "sorge sorgen besorgt befürchtet befürchten",
    "anstieg stieg steigen gestiegen zunahme",
    "sank sinken gesunken rückgang fiel",
)

#: Words that say no, that say how sure something is, and how many, each line of these one amount.
NEGATIONS = frozenset("nicht kein keine keinen keinem keiner keines nie niemals niemand nirgends weder".split())
HEDGES = frozenset(
    "angeblich mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher vermutlich womöglich möglicherweise offenbar anscheinend "
    "vielleicht wahrscheinlich verdacht verdächtigt unklar ungewiss".split()
)
QUANTIFIERS = ("alle sämtliche", "die meisten", "viele zahlreiche", "einige manche mehrere", "wenige", "beide")
