"""The words of names: titles, roles, nicknames, and capitalised words that name nobody."""

from __future__ import annotations

from reader.prose.word_lists import listed

#: A title before a name, without its point -> written out; several words where the short form stands for several.
TITLES = {
    "mr": "", "mrs": "", "ms": "", "miss": "", "mx": "", "dr": "doctor", "prof": "professor", "sir": "", "dame": "",
    "lord": "lord",
    "lady": "", "rev": "reverend", "fr": "father", "gov": "governor", "lt": "lieutenant", "sen": "senator",
    "sens": "senator",
    "rep": "representative", "reps": "representative", "pres": "president", "gen": "general", "col": "colonel",
    "maj": "major",
    "capt": "captain", "sgt": "sergeant", "cmdr": "commander", "adm": "admiral", "cpl": "corporal", "pvt": "private",
    "supt": "superintendent", "det": "detective", "insp": "inspector", "amb": "ambassador", "atty": "attorney",
    "sec": "secretary",
    "pm": "prime minister", "ceo": "chief executive", "cfo": "chief financial officer", "mp": "member of parliament",
    "congressman": "representative", "congresswoman": "representative", "premier": "prime minister",
}  # fmt: skip

#: Words for what somebody is, which stand before a name in capitals or in lower case.
ROLES = listed(
    "president vice prime minister deputy foreign defense defence finance interior health justice transport education "
    "trade energy home governor lieutenant senator representative speaker mayor chancellor secretary general king "
    "queen prince princess emperor pope cardinal archbishop bishop pastor imam rabbi sheriff chief police fire "
    "commissioner superintendent judge justice prosecutor attorney captain colonel major sergeant commander admiral "
    "detective inspector ambassador envoy director chairman chairwoman chair head leader spokesman spokeswoman "
    "spokesperson professor doctor coach manager executive officer marshal councilman councilwoman councillor "
    "lawmaker adviser advisor strategist analyst treasurer principal dean founder owner editor commissar sultan emir "
    "sheikh ayatollah dictator strongman chancellor owner pilot driver goalkeeper"
    "striker quarterback pitcher guard author singer actor actress director lawyer"
)

#: Offices that one person does not hold at once, one line for each kind.
EXCLUSIVE = tuple(
    frozenset(line.split(","))
    for line in (
        "president,vice president,prime minister,chancellor,king,queen,governor,mayor,senator,representative",
        "foreign minister,defense minister,finance minister,interior minister,health minister,justice minister,"
        "transport minister,education minister,trade minister,energy minister",
        "general,colonel,major,captain,lieutenant,sergeant,corporal,admiral",
    )
)

#: Offices that one body has one of, so that two holders at one event are worth a look.
SINGLE = listed(
    "president minister governor mayor chancellor king queen pope sheriff chief commissioner superintendent chairman "
    "chairwoman"
    "chair head director executive captain coach manager speaker ambassador premier emperor dean principal founder "
    "owner"
)

#: Parts of names that have a short form.
ABBREVIATED = {
    "ft": "fort", "st": "saint", "mt": "mount", "ste": "sainte", "intl": "international", "dept": "department",
    "univ": "university", "co": "company", "corp": "corporation", "inc": "", "natl": "national", "assn": "association",
}  # fmt: skip

#: Titles that also stand inside a run of capitals, after the body or the place that they are of.
INNER = listed(
    "president minister governor gov mayor sheriff speaker chief chairman chairwoman director secretary senator sen "
    "commissioner superintendent spokesman spokeswoman leader general attorney executive coach ambassador premier rep "
    "representative"
)

#: Words in the names of bodies.
BODIES = listed(
    "authority department university bank bureau council party association society institute court church ministry "
    "office committee commission federation union house board service academy college museum republic kingdom gulf "
    "state city center centre assembly parliament army navy force police agency company club league organization "
    "organisation"
)

#: Small words inside names.
LINKS = listed("of de la las los del der den van von bin ibn al el da di do du dos y e for")

_NICKNAMES = """
william bill will billy willie;robert bob rob bobby robbie;richard rick dick rich ricky
elizabeth liz beth betsy eliza lisa betty;james jim jimmy jamie;john johnny jack jon;michael mike mick mickey
thomas tom tommy;joseph joe joey;charles charlie chuck;edward ed eddie ted ned;theodore ted teddy
katherine catherine kate kathy katie cathy kathleen;margaret maggie meg peggy;anthony tony;daniel dan danny
david dave;steven stephen steve;christopher chris;matthew matt;andrew andy drew;samuel sam sammy
benjamin ben benny;bradley brad;alexander alex sasha sandy;alexandra alex sandra;nicholas nick;patrick pat paddy
patricia pat patty trish;peter pete;philip phil;gregory greg;jeffrey geoffrey jeff geoff;kenneth ken kenny
lawrence larry;leonard len lenny;ronald ron;donald don;timothy tim;walter walt;raymond ray;frederick fred
francis frank;franklin frank;gerald jerry gerry;jennifer jen jenny;jessica jess;rebecca becky;susan sue suzanne
deborah debbie deb;barbara barb;victoria vicky;christine chris christina tina;stephanie steph;jonathan jon
joshua josh;zachary zach;vladimir volodymyr vova;mohammed muhammad mohamed mohammad mohamad;yousef yusuf joseph
abdullah abdallah;sergei sergey serhiy;dmitry dmitri dmytro;mikhail michael mykhailo;alexei alexey oleksiy
nathaniel nathan nate;vincent vince;maxwell max;harold harry hal;henry harry hank;albert al;alfred al fred
arthur art;eugene gene;jacqueline jackie;cynthia cindy;pamela pam;judith judy;sandra sandy;amanda mandy
abigail abby;madeleine maddie;melissa missy
""".replace("\n", ";")


def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in filter(None, _NICKNAMES.split(";")):
        family = line.split()
        for name in family:
            found[name] = found.get(name, frozenset()) | {family[0]}
    return found


#: First name -> the names it is short for.
NICKNAMES = _nicknames()

#: Capitalised words that name nobody and no place.
COMMON = listed(
    "i a an the this that these those he she it we they you his her its our their my your who what when where why how "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept "
    "oct nov dec and or but nor so yet if as than then while in on at by for from to of with without after before "
    "since until during between among against about over under into through not no yes there here now today yesterday "
    "tomorrow last next meanwhile however although though because also still just even some many most several few all "
    "both each every any one two three four five six seven eight nine ten eleven twelve twenty thirty hundred "
    "thousands dozens hundreds is are was were be been has have had do does did will would can could may might must "
    "should ok mr mrs ms god"
    "north south east west northern southern eastern western christmas thanksgiving easter"
)
