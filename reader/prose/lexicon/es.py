"""Spanish."""

from __future__ import annotations

STEMMER: str | None = "spanish"

STOP = frozenset(
    """
    a al algo algunas algunos ante antes aquel aquella así aún aunque bajo cada casi como con contra cual cuales cuando cuyo
    de del desde donde dos durante e el ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta está están
    estaba estas este esto estos fue fueron ha haber había habían han hasta hay la las le les lo los luego más me mientras mi
    mis mismo mucho muchos muy nada ni no nos nosotros o otra otras otro otros para pero poco por porque pues que qué quien
    quienes se sea según ser será si sí sido sin sino sobre son su sus también tan tanto te tiene tienen toda todas todo todos
    tras tu tus un una unas uno unos usted vez y ya yo
    """.split()
)

PRONOUNS = frozenset(["él", "ella", "ellos", "ellas", "le", "les", "su", "sus", "este", "esta", "ese", "esa", "esto"])

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
    "noviembre", "diciembre",
)  # fmt: skip
CALENDAR = frozenset(word for line in (*WEEKDAYS, *MONTHS, "hoy ayer mañana") for word in line.split())

NUMBERS = {
    **{
        word: n
        for n, word in enumerate(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
            "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho "
            "veintinueve treinta".split(),
            2,
        )
    },
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
    "mil": 1000,
}  # fmt: skip

SPELLING: dict[str, str] = {"tres": "3", "cuatro": "4", "cinco": "5", "diez": "10", "eeuu": "usa", "ee.uu": "usa"}

ENDINGS: tuple[tuple[str, str], ...] = ()

GROUPS = (
    "dijo decir afirmó aseguró anunció declaró señaló indicó explicó portavoz",
    "muerto muertos muerte murió murieron morir fallecido fallecidos víctimas mató",
    "herido heridos heridas lesionados",
    "detenido detenidos arrestado arrestados detención",
    "incendio fuego llamas",
    "reunión reunió encuentro cumbre conversaciones",
    "terremoto sismo temblor",
    "gobierno autoridades",
    "policía policías agentes",
    "aumento aumentó subió alza",
    "caída cayó bajó descenso",
)

#: Words that say no, that say how sure something is, and how many, each line of these one amount.
NEGATIONS = frozenset("no nunca jamás ningún ninguno ninguna nadie tampoco".split())
HEDGES = frozenset(
    "presunto presunta presuntos presuntas presuntamente supuesto supuesta supuestos supuestamente aparentemente "
    "probablemente posiblemente quizás quizá habría habrían sospechoso sospecha incierto".split()
)
QUANTIFIERS = (
    "todos todas",
    "la mayoría",
    "muchos muchas numerosos",
    "algunos algunas varios varias",
    "pocos pocas",
    "ambos ambas",
)
