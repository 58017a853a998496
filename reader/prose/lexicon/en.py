"""English: stop words, spellings and the words that news writers use for one another."""

from __future__ import annotations

STEMMER: str | None = "english"

STOP = frozenset(
    """
    a about above according after again against all also although am among amid an and any are aren't as at back be because
    been before being below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing
    don't down during each either else even ever every few following for from further get gets go goes going got had hadn't
    has hasn't have haven't having he he'd he'll he's hence her here hers herself him himself his how however i i'd i'll
    i'm i've if in including indeed into is isn't it it's its itself just least less let like made make makes making many
    may me meanwhile might more moreover most much must my myself near nearly neither never nevertheless no nor not now of
    off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps quite rather
    really same several shall she she'd she'll she's should shouldn't since so some still such take takes taken than that
    that's the their theirs them themselves then thence there thereby therefore these they they'd they'll they're they've
    this those though through thus till to together too took toward towards under until up upon us very via was wasn't way
    we we'd we'll we're we've well went were weren't what whatever when where whereas whether which while who who's whom
    whose why will with within without won't would wouldn't yet you you'd you'll you're you've your yours yourself
    mr mrs ms miss dr sir
    """.split()
)

PRONOUNS = frozenset("he she him her his hers they them their theirs it its this these that those".split())

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow
    """.split()
)

SPELLING: dict[str, str] = dict(
    pair.split(":")
    for pair in """
    u.s:usa u.s.a:usa america:usa american:usa americans:usa uk:britain u.k:britain british:britain
    eu:europe u.n:un uae:emirates emirati:emirates
    defence:defense offence:offense licence:license practise:practice programme:program programmes:programs tonne:ton tonnes:tons
    centre:center centres:centers theatre:theater theatres:theaters metre:meter metres:meters litre:liter litres:liters
    kilometre:km kilometres:km kilometer:km kilometers:km kilometre:km centimetre:cm centimeter:cm kilogram:kg kilograms:kg
    calibre:caliber fibre:fiber sombre:somber meagre:meager manoeuvre:maneuver manoeuvres:maneuvers
    grey:gray tyre:tire tyres:tires kerb:curb plough:plow cheque:check cheques:checks storey:story storeys:stories
    judgement:judgment acknowledgement:acknowledgment ageing:aging sceptical:skeptical sceptic:skeptic mould:mold
    pyjamas:pajamas aluminium:aluminum jewellery:jewelry gaol:jail enquiry:inquiry enquiries:inquiries enrol:enroll
    fulfil:fulfill skilful:skillful instalment:installment counsellor:counselor traveller:traveler travelling:traveling
    travelled:traveled cancelled:canceled cancelling:canceling labelled:labeled modelled:modeled signalled:signaled
    fuelled:fueled levelled:leveled marshalled:marshaled totalled:totaled dialogue:dialog catalogue:catalog analogue:analog
    paediatric:pediatric anaesthetic:anesthetic haemorrhage:hemorrhage oesophagus:esophagus foetus:fetus encyclopaedia:encyclopedia
    leukaemia:leukemia anaemia:anemia sulphur:sulfur moustache:mustache pretence:pretense sabre:saber woollen:woolen
    draught:draft worshipper:worshiper worshippers:worshipers focussed:focused focussing:focusing whilst:while amongst:among
    theatregoer:theatergoer theatregoers:theatergoers aeroplane:airplane aeroplanes:airplanes learnt:learned burnt:burned spelt:spelled spoilt:spoiled dreamt:dreamed
    percent:% per-cent:% pct:%
    monday:mon tuesday:tue tues:tue wednesday:wed thursday:thu thurs:thu friday:fri saturday:sat sunday:sun
    january:jan february:feb april:apr august:aug september:sep sept:sep october:oct november:nov december:dec
    zero:0 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14
    fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70
    eighty:80 ninety:90 hundred:100
    bn:billion mn:million
    russian:russia russians:russia ukrainian:ukraine ukrainians:ukraine korean:korea koreans:korea chinese:china israeli:israel
    israelis:israel iranian:iran iranians:iran iraqi:iraq iraqis:iraq syrian:syria syrians:syria turkish:turkey turks:turkey
    french:france german:germany germans:germany italian:italy italians:italy spanish:spain japanese:japan indian:india
    indians:india pakistani:pakistan afghan:afghanistan afghans:afghanistan saudi:saudi egyptian:egypt egyptians:egypt
    canadian:canada canadians:canada mexican:mexico mexicans:mexico australian:australia australians:australia african:africa
    europeans:europe european:europe somalian:somalia somali:somalia somalis:somalia yemeni:yemen yemenis:yemen
    ethiopian:ethiopia palestinian:palestine palestinians:palestine libyan:libya libyans:libya greek:greece greeks:greece
    polish:poland dutch:netherlands swedish:sweden norwegian:norway danish:denmark irish:ireland scottish:scotland welsh:wales
    cuban:cuba venezuelan:venezuela brazilian:brazil argentine:argentina colombian:colombia nigerian:nigeria kenyan:kenya
    indonesian:indonesia thai:thailand vietnamese:vietnam filipino:philippines malaysian:malaysia taiwanese:taiwan
    """.split()
)

#: What a word begins with, and how that is compared: "neighbourhoods", "harbourmaster".
BEGINNINGS = {word: word.replace("our", "or") for word in """
    favour labour colour honour neighbour behaviour rumour harbour armour vapour endeavour humour odour parlour saviour
    savour clamour glamour splendour tumour vigour valour candour
    """.split()}  # fmt: skip

ENDINGS = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("oural", "oral"),
)

GROUPS = (
    "say said says tell tells told announce announces announced stated saying statement declare declared add"
    " added adds noted note explain explained remark remarked comment commented comments mention mentioned spokesman"
    " spokeswoman spokesperson spokespeople",
    "kill killed kills killing dead die died dies dying death deaths fatal fatally fatality fatalities deadly toll slain"
    " slay perish perished murder murdered murders",
    "injure injured injures injury injuries hurt wound wounded wounds wounding",
    "arrest arrested arrests detain detained detention custody nab nabbed apprehend apprehended capture captured held",
    "police officer officers cop cops policeman policemen",
    "attack attacked attacks attacking assault assaulted raid raided strike struck strikes",
    "shoot shot shots shooting shootings gunfire gunshot gunshots opened-fire",
    "begin began begun begins beginning start started starts starting commence commenced launch launched launches launching",
    "end ended ends ending finish finished conclude concluded",
    "help helped helps aid aided assist assisted assistance",
    "buy bought buys buying purchase purchased acquire acquired acquisition acquires acquiring",
    "sell sold sells selling sale sales",
    "ask asked asks asking request requested requests urge urged urges call called",
    "deny denied denies denying denial refute refuted",
    "refuse refused refuses decline declined declines reject rejected rejects rejection",
    "vow vowed vows pledge pledged pledges promise promised promises commit committed commitment",
    "worry worried worries concern concerned concerns fear feared fears alarm alarmed",
    "criticize criticized criticism critical slam slammed condemn condemned condemns condemnation blast blasted denounce"
    " denounced lambast rebuke rebuked",
    "praise praised hail hailed laud lauded applaud applauded",
    "resign resigned resigns resignation quit quits step-down stepped-down",
    "appoint appointed appoints appointment name named names nominate nominated nominates nomination nominee pick picked select"
    " selected choose chose chosen choice",
    "meet met meets meeting meetings talk talks summit discussion discussions discuss discussed",
    "agree agreed agrees agreement deal deals accord pact treaty",
    "fire fired fires firing dismiss dismissed sack sacked oust ousted",
    "blaze blazes inferno flames",
    "quake earthquake tremor temblor quakes earthquakes",
    "crash crashed crashes crashing collide collided collision wreck",
    "car cars vehicle vehicles automobile",
    "plane planes aircraft jet jets airplane airliner",
    "ship ships vessel vessels boat boats",
    "troop troops soldier soldiers forces",
    "frontline frontlines front-line",
    "company companies firm firms corporation",
    "boss chief ceo head leader",
    "doctor doctors physician physicians",
    "lawyer lawyers attorney attorneys counsel",
    "lawmaker lawmakers legislator legislators congressman congresswoman representative rep senator sen",
    "film films movie movies picture",
    "win won wins winning victory victorious triumph triumphed beat beats beaten defeat defeated defeats",
    "lose lost loses losing loss",
    "increase increased increases increasing rise rose risen rises rising grow grew grown growth climb climbed jump jumped surge"
    " surged soar soared",
    "decrease decreased decreases fall fell fallen falls falling drop dropped drops decline plunge plunged slump slid",
    "show showed shown shows reveal revealed reveals indicate indicated indicates demonstrate demonstrated",
    "plan planned plans planning intend intended intends intention",
    "rescue rescued rescues save saved",
    "evacuate evacuated evacuation evacuations evacuees flee fled",
    "search searched searching hunt hunted look looking",
    "child children kid kids",
    "mother mom mum father dad parent parents",
    "woman women girl girls lady ladies female",
    "man men boy boys guy male",
    "wife husband spouse",
    "student students pupil pupils",
    "school schools college university",
    "home homes house houses residence",
    "apology apologies apologize apologized apologizes apologizing sorry",
    "huge large big massive major enormous vast",
    "weapon weapons arms weaponry",
    "money cash funds fund funding",
    "job jobs work worker workers employee employees staff staffer staffers employer",
    "country countries nation nations national",
    "government administration authorities officials official",
    "president presidential white-house",
    "trial court courts courtroom",
    "charge charged charges indict indicted indictment accuse accused accusation accusations allegation allegations alleged",
    "sentence sentenced jail jailed prison imprisoned",
    "convict convicted conviction guilty",
    "judge justice",
    "vote voted votes voting ballot poll polls election elections",
    "email e-mail mail letter letters",
    "twitter tweet tweeted tweets facebook post posted posts posting",
    "tv television",
    "broadcast broadcasts air aired",
    "game games match matches",
    "team teams squad club",
    "season seasons year years",
    "illness ill sick disease",
    "hospital hospitals clinic",
    "ban banned bans banning prohibit prohibited prohibits forbid forbidden bar barred",
    "allow allowed allows let permit permitted permits",
    "build built building builds construct constructed construction",
    "damage damaged damages destroy destroyed destruction",
    "outage outages blackout blackouts disruption disruptions disrupted disrupt",
    "try tried tries trying attempt attempted attempts attempting seek sought seeks",
    "replace replaced replaces replacing succeed succeeded succeeds successor replacement",
    "investigate investigated investigates investigation investigating investigations investigator investigators probe inquiry",
    "protest protests protested protester protesters demonstrators demonstrator rally rallies rallied",
    "strengthen strengthened strengthening boost boosting boosted enhance enhanced enhancing bolster bolstered",
    "use used uses using utilize",
    "want wanted wants wish wished hope hoped hopes",
    "think thought thinks believe believed believes belief",
    "send sent sends sending dispatch dispatched deploy deployed deployment",
    "give gave given gives giving provide provided provides providing supply supplied supplies offer offered offers",
    "require required requires oblige obliged obligate obligating obligation",
)

#: Irregular forms and short forms of states: another form -> the form it is of.
FORMS: dict[str, str] = {
    form: base
    for line in """
    arose:arise arisen:arise awoke:awake beaten:beat became:become bent:bend bid:bid bitten:bite bit:bite bled:bleed
    blew:blow blown:blow bore:bear borne:bear bought:buy bound:bind bred:breed broke:break broken:break brought:bring
    burnt:burn came:come caught:catch chose:choose chosen:choose clung:cling crept:creep dealt:deal drank:drink
    drunk:drink drew:draw drawn:draw driven:drive drove:drive dug:dig ate:eat eaten:eat fed:feed felt:feel fled:flee
    flew:fly flown:fly forbade:forbid forgave:forgive forgot:forget forgotten:forget fought:fight found:find
    froze:freeze frozen:freeze hid:hide hidden:hide hung:hang kept:keep knelt:kneel knew:know known:know laid:lay
    leapt:leap led:lead left:leave lent:lend lit:light lost:lose made:make meant:mean overthrew:overthrow
    overthrown:overthrow paid:pay ran:run rang:ring ridden:ride rode:ride sang:sing sung:sing sank:sink sunk:sink
    sat:sit saw:see seen:see shaken:shake shook:shake shown:show shrank:shrink shrunk:shrink slain:slay slept:sleep
    slid:slide spent:spend spoke:speak spoken:speak sprang:spring stole:steal stolen:steal stood:stand stuck:stick
    stung:sting swam:swim swept:sweep swore:swear sworn:swear swung:swing taught:teach tore:tear torn:tear
    thought:think threw:throw thrown:throw trod:tread undertook:undertake upheld:uphold went:go gone:go withdrew:withdraw
    withdrawn:withdraw woke:wake worn:wear wore:wear wove:weave wrote:write written:write
    ala:alabama ariz:arizona calif:california colo:colorado conn:connecticut fla:florida ky:kentucky mich:michigan
    minn:minnesota neb:nebraska nev:nevada okla:oklahoma pa:pennsylvania tenn:tennessee tex:texas wis:wisconsin
    wyo:wyoming
    """.split("\n")
    for form, base in (pair.split(":") for pair in line.split())
}

#: Words that are written as one, or as two with a hyphen.
JOINED = frozenset(
    """
    fundraiser fundraisers fundraising ceasefire ceasefires takeover website websites online email emails runoff runoffs
    cleanup standoff shutdown airstrike airstrikes firefight roadblock roadblocks checkpoint checkpoints coworker
    coworkers nonprofit nonprofits landmine landmines lawmaker lawmakers gunfire gunfight policymaker policymakers
    counterattack counteroffensive cooperate cooperation reelection antiaircraft midterm midterms preseason postseason
    playoff playoffs teammate teammates layoff layoffs buyout buyouts bailout bailouts cyberattack cyberattacks
    hitman headquarters stepfather stepmother stepson stepdaughter babysitter lifeboat lifeboats warship warships
    speedboat speedboats mothership airline airlines airport airports
    """.split()
)
