# ruff: noqa: E501  (one pattern a line)
"""The phrases that furniture is made of, as patterns by the line; ``furniture`` says where they count.

A pattern here is general: no outlet's name, no single article's words. Quoted speech is taken out before most of them are tried.

A line of a table is ``key / key ~ pattern``, in lower case: the pattern can only match where one of the keys stands, at
the beginning (``#``: any digits) or anywhere in the text, as the table says. To compile all patterns takes longer than to
read five articles, so that each is compiled when one of its keys is first seen.
"""

from __future__ import annotations

import re
from functools import cache

from reader.prose import kept
from reader.prose.regex import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.prose.sieve import Sieve

#: Whole blocks: headings of boxes, buttons, advertising marks. Keys: beginnings.
LABELS = r"""
article / articlec / continue / post con / postcont / story co / storycon ~ (?:(?:story|article|post) ?)?continues? (?:below|after)(?: (?:this |the )?(?:ad|advertisement|video|newsletter))?
continue ~ continue reading(?: below)?
ad / past ad / past thi / skip ad / skip pas / skip thi / this ad ~ (?:skip )?(?:past )?(?:this )?(?:ad|ads|advert|advertisement|advertising)s?(?:\s*[-–—:.]?\s*(?:continue reading below|scroll to continue|story continues below))?
sponsore ~ sponsored(?: content| by .{1,40})?
promoted ~ promoted(?: content| stories)?
paid con / paid pos ~ paid (?:content|post)
partner content
ad feedback
related ~ related(?: (?:stories|articles?|topics?|content|coverage|news|posts?|links|video|videos|reading|tags))?
more art / more cov / more new / more sto / more vid ~ more (?:stories|news|articles|videos|coverage)
more abo / more on ~ more (?:on|about) th(?:is|e) (?:story|topic|subject)
more fro ~ more from .{1,40}
you may / you migh ~ you (?:may|might) also (?:like|be interested in)
recommen ~ recommended(?: (?:stories|articles|for you|reading|videos))?
most com / most pop / most rea / most sha / most vie / most wat ~ most (?:read|popular|viewed|shared|watched|commented)
trending ~ trending(?: (?:now|stories|topics|news))?
top stories
latest h / latest n / latest s ~ latest (?:news|stories|headlines)
editor's / editors / editors' / editors’ / editor’s ~ editor[’']?s[’']? (?:picks?|choice)
fin / lea / lis / loa / rea / see / sho / vie / wat ~ (?:read|see|watch|listen|learn|find out|show|view|load) (?:more|next|now|all|less|also)
read ful / read the / see full / see the / view ful / view the ~ (?:read|see|view) (?:the )?full (?:story|article|coverage)
up next
what to read next
in case you missed it
don't mi / don’t mi ~ don[’']t miss
must rea / must-rea ~ must[- ]read
popular ~ popular (?:now|stories|posts)
from our partners
around the web
subscrib ~ subscribe(?: now| today| here)?
sign in / sign out / sign up ~ sign (?:up|in|out)(?: now| here| today)?
log in / log out / login / logout ~ log ?(?:in|out)
register ~ register(?: now)?
create a / create f ~ create (?:an? )?(?:free )?account
donate ~ donate(?: now| today| to [^.:]{2,40}: [^.]{2,80})?
support us
follow u ~ follow us(?: on .{1,60})?
share ~ share(?: (?:this|this (?:article|story|post|page)|article|story|on .{1,60}|via .{1,60}))?
bookmark / e-mail / email / print / save ~ (?:print|e-?mail|bookmark|save)(?: this)?(?: (?:article|story|page|post))?
print friendly
add a co / add a re / leave a / post a c / post a r / write a ~ (?:leave|post|add|write) a (?:comment|reply)
hide / read / see / show / view ~ (?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?
# comme / # like / # share / # view ~ \d+ (?:comments?|shares?|likes?|views?)
join the ~ join the (?:conversation|discussion)
comment ~ comments?(?: \(?\d+\)?| (?:are )?(?:closed|off))?
back to top
skip to ~ skip to (?:main )?content
main men / menu ~ (?:main )?menu
close ~ close(?: (?:menu|ad|this|dialog|modal|window))?
toggle m / toggle n ~ toggle (?:navigation|menu)
loading
play ~ play(?: video| audio)?
view gallery
open ima / view ima ~ (?:open|view) image in (?:gallery|full ?screen)
hide cap / toggle c ~ (?:hide|toggle) caption
enlarge this image
accept ~ accept(?: all)?(?: cookies)?
manage c / manage p ~ manage (?:cookies|preferences|consent)
cookie n / cookie p / cookie s ~ cookie (?:policy|settings|notice)
privacy ~ privacy (?:policy|notice)
terms & / terms an / terms of ~ terms (?:of (?:use|service)|and conditions|& conditions)
image ca / image cr / image so ~ image (?:source|credit|caption)
getty images
file ima / file pho / file pic ~ file (?:photo|image|picture)
photo gallery
video player
find out / learn mo / read mor / see more ~ (?:read|see|find out|learn) more (?:here|about this)
listen t ~ listen to (?:this )?(?:article|story)(?: \d+ min(?:ute)?s?)?
# min ~ \d+ min(?:ute)? listen
copied / link cop ~ (?:link )?copied(?: to (?:the )?clipboard)?!?
topics
tags
contact us
about us
get in touch
have your say
explore further
explore more
go deeper
feedback to editors
explore more on these topics
reuse this content
purchase licensing rights
rights and permissions
leave your feedback
after ne / skip pas ~ (?:skip past|after) newsletter promotion
end of newsletter promotion
list ~ list (?:of \d+ items|\d+ of \d+)
end of list
never miss a story
scroll d / scroll f / scroll t ~ scroll (?:down )?(?:to read more|for more)(?: .{1,40})?
breaking / headline / most vie / recent a / recent c / recent n / recent p / recent s ~ (?:most viewed|recent|headline|breaking) (?:news|stories|content|articles|posts)
latest a / latest p / latest v ~ latest (?:articles|posts|videos)
related ~ related (?:tutorials|reads|guides)
trending ~ trending on .{1,40}
find mor / find the / read mor / read the / see more / see the ~ (?:find|read|see) (?:more|the latest) (?:by|from) .{1,40}
cancel r / leave a ~ (?:leave a reply )?cancel reply
leave a reply
powered ~ powered by .{1,40}
you are here
corrections and clarifications
anzeige
werbung
lesen sie auch
mehr zum thema
weiterlesen
zum thema
artikel teilen
jetzt abonnieren
newsletter abonnieren
publicité
lire aussi
à lire aussi
lire la suite
sur le même sujet
partager ~ partager(?: l[’']article)?
abonnez-vous
s'abonne / s’abonne ~ s[’']abonner
publicidad
lea tamb / lee tamb ~ le[ae] también
lee más
te puede interesar
noticias relacionadas
compartir
suscríbete
suscríbase
seguir leyendo
pubblicità
leggi anche
continua a leggere
condividi
publicidade
leia mai / leia tam ~ leia (?:também|mais)
veja também
compartilhe
advertentie
lees ook
lees verder
реклама
читайте также
читать далее
поделиться
подписаться
подписыв ~ подписывайтесь(?: на .{1,60})?
читайте також
广告
相关阅读
相关新闻
阅读更多
延伸阅读
広告
関連記事
إعلان
اقرأ أيضا
اقرأ المزيد
مواضيع ذات صلة
""".replace("ADREST", "(?:continue reading below|scroll to continue|story continues below)")

#: Words before a colon or an arrow and a title that the outlet wants read next. Keys: beginnings.
LEAD_INS = r"""
related ~ related(?: (?:story|stories|article|articles|video|coverage|news|content|topics))?
read ~ read(?: more| also| next| this)?
also read
see also / see more ~ see (?:also|more)
more on this
read the full story
watch ~ watch(?: more| now| live| also)?
listen ~ listen(?: now| live| to more)?
more abo / more fro / more in / more on ~ more (?:about|on|from|in)
next art / next pos / next sto / previous ~ (?:previous|next) (?:article|story|post)
don't mi / don’t mi ~ don[’']t miss
recommended
trending
must rea / must-rea ~ must[- ]read
up next
you may also like
in case you missed it
icymi
go deeper
filed un / under ~ (?:filed )?under
tag ~ tags?
tagged
topic ~ topics?
keyword ~ keywords?
categori / category ~ categor(?:y|ies)
share this
follow us
lesen sie auch
mehr zum thema
lire aussi
à lire aussi
lea también
lee también
te puede interesar
leggi anche
leia também
leia mais
lees ook
читайте также
читайте також
اقرأ أيضا
相关阅读
延伸阅读
関連記事
"""

#: The same in capitals, where no colon is needed.
LOUD_LEAD_INS = "READ MORE|READ ALSO|ALSO READ|READ NEXT|RELATED|SEE ALSO|WATCH|WATCH NOW|WATCH LIVE|MORE|DON[’']T MISS"

#: Headings of boxes under which titles follow. Keys: beginnings.
BOXES = r"""
more / related ~ (?:related|more)(?: (?:stories|articles|news|content|coverage|videos|posts|links))?
most pop / most rea / most vie ~ most (?:read|popular|viewed)
recommen ~ recommended(?: (?:stories|articles|for you))?
trending ~ trending(?: (?:now|stories))?
top stories
latest h / latest n / latest s ~ latest (?:news|stories|headlines)
you may / you migh ~ you (?:may|might) also like
read mor / read nex ~ read (?:next|more)
editor's / editors / editors' / editors’ / editor’s ~ editor[’']?s[’']? picks?
more fro ~ more from .{1,40}
mehr zum thema
sur le même sujet
noticias relacionadas
читайте также
相关阅读
関連記事
"""

#: How notices begin that a site gives its reader: about accounts, newsletters, cookies and itself. Keys: beginnings.
OPENINGS = r"""
thank yo / thanks f ~ thank(?:s| you) for (?:registering|subscribing|signing up|reading|your (?:subscription|registration|support))\b
already / not  ~ (?:already|not (?:yet )?)\s*(?:an? )?(?:subscriber|member|supporter|donor|reader|customer|registered|have an account|subscribed)\b.{0,80}$
already / do alrea / do have / do you a / do you h / have an / you alre / you have ~ (?:do )?(?:you )?(?:already )?have an account\?
forgot y / forgotte ~ forgot(?:ten)? your password
confirm / enter yo / please c / please e / please v / verify y ~ (?:please )?(?:verify|confirm|enter) your e-?mail
check yo / please c ~ (?:please )?check your (?:inbox|e-?mail)
by cli / by con / by ent / by pro / by reg / by sig / by sub / by usi ~ by (?:signing up|subscribing|registering|clicking|continuing|entering|providing|submitting|using)\b.{0,160}BYEND
our part / our site / our webs / this sit / this web / we and o / we use c / we uses ~ (?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? cookies\b
this site is protected by recaptcha
allow co / allow ja / enable c / enable j / please a / please e / please t / turn on ~ (?:please )?(?:enable|turn on|allow) (?:javascript|cookies)
disable / please d / please t / turn off ~ (?:please )?(?:disable|turn off) your ad ?-?blocker
for all / for brea / for more / for the ~ for (?:more|the latest|breaking|all the) .{0,80}\b(?:visit|follow|click|download|subscribe|sign up)\b
stay con / stay inf / stay tun / stay up / stay up- ~ stay (?:up[- ]to[- ]date|informed|connected|tuned)\b.{0,80}\b(?:with|by)\b.{0,60}\b(?:our|us|newsletter|app)\b
do yo / got a / got n / got s / got t / have ~ (?:have|got|do you have) (?:a |any )?(?:news )?(?:tip|story idea|story)s?\b.{0,60}\?
e-mail u / e-mail y / email us / email yo / send us / send you ~ (?:send|e-?mail) (?:us )?your (?:tips|stories|comments|thoughts|photos)\b
have you / let us k / tell us / what do ~ (?:what do you think|let us know|tell us|have your say)\b.{0,60}\b(?:in the )?comments?\b
to acces / to comme / to conti / to read / to see / to view ~ to (?:view|read|continue|see|comment|access)\b.{0,60}, (?:please |simply |you (?:must|need to|have to|can) )?(?:subscribe|log in|sign in|register)\b
you have / you must / you need ~ you (?:must|need to|have to) (?:be )?(?:log(?:ged)? in|sign(?:ed)? in|subscribed?|registered) to\b
please l / please s ~ please (?:log|sign) in\b
your e-m / your ema ~ your e-?mail address will not be published\b
required ~ required fields are marked\b
notify m ~ notify me of (?:follow-up|new)\b
if you a / if you' / if you'r / if youre / if you’ / if you’r ~ if you[’']?(?:re| are) (?:running|using) an ad-?\s?blocker\b
we want / we welco ~ we (?:want to hear what you think about this|welcome (?:reader|your) comments)\b
follow ~ follow .{1,60} on NETWORK\W*(?:@\w+)?\W*$
contact / e-mail / email / reach / write to ~ (?:contact|e-?mail|reach|write to) .{0,80}\S@\S+\.\w+\W*$
follow ~ follow (?:all )?(?:of )?\S+[’'](?:s)? coverage\b
find / follow / more / read / see / visit / watch ~ (?:more|follow|see|read|watch|visit|find)\b.{0,120}https?://\S+$
i would ~ i would like to (?:be emailed|receive)\b
use chro ~ use chrome browser for\b
let us k ~ let us know if there is a problem with our content\b
our standards:
folge un / folgen s ~ (?:folge|folgen sie) uns\b
abonnier / melden s / registri ~ (?:abonnieren sie|melden sie sich (?:an|für)|registrieren sie sich)\b
abonne / assine / inscri / iscriv / regíst / suscrí / подпиш / підпиш ~ (?:abonnez-vous|inscrivez-vous|suscríbase|suscríbete|regístrese|iscriviti|assine|abonneer u|подпишитесь|підпишіться)\b
关注我们 / 订阅 ~ (?:订阅|关注我们)
"""

#: What a site asks of its reader, at the beginning of any sentence. Keys: beginnings.
REQUESTS = r"""
just / please / refresh / reload t / reload y / simply ~ (?:please |just |simply )*(?:refresh|reload) (?:the|this|your) (?:page|browser)
log in / login t / login w / please / sign in / signin ~ (?:please )?(?:log|sign) ?in (?:to|with) (?:your|continue|read|view|comment|leave|access|an? )
create a / create y / please c / please r / register ~ (?:please )?(?:create|register for) (?:an|a|your) (?:free |new )?(?:\w+ )?account\b
please r / please s / register / sign up / subscrib ~ (?:please )?(?:sign up|subscribe|register)(?: now| today| here)? (?:for|to|and get|and receive) WHOSE\b.{0,120}LETTER
get  / have / rece ~ (?:get|receive|have) (?:our|the|your|all the|more|breaking|daily|top|latest)\b.{0,120}\b(?:in|to|into) your INBOX
find / follo / join / like / pleas ~ (?:please )?(?:follow|like|find|join) (?:us|our|@\w+|the \w+)\b.{0,60}\bon NETWORK
join our / join us / please j ~ (?:please )?join (?:our|us on) .{0,40}(?:channel|group|newsletter|community|whatsapp|telegram)\b
download / please d ~ (?:please )?download (?:our|the) .{0,40}\bapp\b
click / please / press / tap he / tap on / tap th ~ (?:please )?(?:click|tap|press) (?:here|the link|on the link|this link)\b
get  / receive ~ (?:get|receive) (?:a|an|our|the|\S+[’']s)\b.{0,60}(?:newsletter|weekly summary|daily (?:edition|list|digest)|e-?mail)\b
"""

#: What only such notices say, anywhere. Keys: anywhere.
REMARKS = r"""
 in ~ \b(?:be|are|been) (?:now |automatically )*(?:logged|signed) in\b(?=.{0,60}$)
you ~ \byou(?:[’']ve| have) (?:successfully |now )?(?:subscribed|signed up|registered|reached your (?:monthly )?limit)\b
your browser ~ \byour browser (?:does not|doesn[’']t|is not) support
delivered ~ \bdelivered (?:straight |directly |right |daily |free )*to your INBOX
by signing up ~ \bby signing up (?:to|for) our\b.{0,60}LETTER
sign up here ~ \bsign up here\W*$
re already a subscriber ~ \byou[’']?re already a subscriber\b
seeing this message ~ \bseeing this message\b.{0,60}\bsubscriber\b
site uses cookies ~ \bthis (?:web)?site uses cookies\b
notifications ~ \bsend you (?:push )?notifications\b
comments are moderated ~ \bcomments are moderated\b
we may ~ \bwe may (?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?(?:commission|compensation)\b
revenue from qualifying purchases ~ \bearns? revenue from qualifying purchases\b
opens in ~ \bopens in (?:a )?new (?:window|tab)\)
opens new tab ~ \bopens new tab\b
newsletters may contain info ~ \bnewsletters may contain info\b
use google recaptcha ~ \buse google recaptcha\b
you can now listen to ~ \byou can now listen to\b.{0,40}\barticles\b
enjoy an ad-free experience ~ \benjoy an ad-free experience\b
div / iframe / img / script ~ \b(?:iframe|script|div|img)\s[^>]{0,300}/?>
"""

_PARTS = {
    "BYEND": r"\b(?:you|our|terms|privacy|consent)\b",
    "WHOSE": r"(?:our|the|free|a|your|my|unlimited|daily|breaking|\S+[’']s)",
    "LETTER": (
        r"\b(?:newsletters?|alerts?|e-?mails?|updates|briefings?|inbox|channel|podcasts?|digital|access|edition|headlines|"
        r"stor(?:y|ies)|news)\b"
    ),
    "INBOX": r"(?:inbox|e-?mail|phone|door)\b",
    "NETWORK": r"(?:twitter|facebook|x|instagram|telegram|whatsapp|youtube|tiktok|linkedin|threads|bluesky|google news)\b",
    "GIFT": r"(?:support|donations?|contributions?|gifts?|memberships?|subscriptions?|generosity|help)",
}

#: Whose words they are, and what others may do with them. Keys: anywhere.
RIGHTS = r"""
(c) / copyright / © ~ ^(?:©|\(c\)\s*(?:copyright|\d{4})|copyright\b)[^“”"]{0,200}$
all rights reserved ~ \ball rights reserved\b
may not be ~ \bmay not be (?:published|reproduced|copied)[, ].{0,40}(?:broadcast|rewritten|redistributed|permission|whole or in part)
citation: / subject to copyright ~ ^(?:this (?:document|article|content) is )?subject to copyright\b|^citation: .{0,200}\bretrieved\b
except for the headline, this story has not been edited ~ ^\(?except for the headline, this story has not been edited\b
"""

#: Who took a picture, and nothing else. Keys: anywhere.
CREDITS = r"""
courtesy / credit / source ~ [(\[]?\s*(?:(?:image|photo|picture|video) (?:source|credit|courtesy)s?)(?:\s*:|\s+by|\s+courtesy of|\s+of|,)\s*[^.]{2,80}[)\]]?
illustration / image / photo / photograph / picture / video ~ [(\[]?\s*(?:photo|picture|image|video|illustration|photograph)s?(?:\s*:|\s+by|\s+courtesy of)\s*[^.]{2,80}[)\]]?
credit / foto ~ (?:credits?|foto)\s*:\s*[^.]{2,80}
afp / ap photo / getty images / reuters pictures ~ [^.]{0,50}(?:/|via )(?:getty images|afp|ap photo|reuters pictures)(?: via getty images)?[)\]]?
file photo / photo ~ (?:ap|afp|reuters|epa) (?:photo|file photo)/[^.]{2,60}
"""

#: Words that only a request for money uses. GIFT stands for what is asked. Keys: anywhere.
APPEALS = r"""
your ~ \byour (?:\w+ )?GIFT (?:helps?|makes?|allows?|enables?|matters?|goes|means|funds?|will|keeps?|ensures?|powers?|can)\b
your ~ \b(?:with|without) your (?:\w+ )?GIFT\b
thanks to ~ \bthanks to (?:your|our) (?:\w+ )?(?:support|readers|members|donors|subscribers)\b
support ~ \bsupport (?:our|independent|quality|local|nonprofit|non-profit|fearless|the) (?:\w+ )?(?:journalism|reporting|newsroom|mission)\b
for  / from / here / now / today ~ \b(?:please |to )?(?:donate|subscribe|contribute|give|support us|join us) (?:now|today|here|from|for (?:as little as|just|only))\b
become a ~ \bbecome an? (?:\w+ )?(?:member|subscriber|supporter|patron|donor)(?: today| now|[.!])
help us ~ \bhelp us (?:to )?(?:keep|continue|tell|fund|do|stay|report|hold)\b
mak ~ \b(?:making|make) an? (?:\w+ )?(?:donation|contribution|gift) (?:to (?:us|our|support)|today|now|here)\b
consider ~ \bconsider (?:supporting|subscribing|donating|contributing|becoming|making|a (?:donation|gift|contribution|subscription))\b
 on  ~ \bwe (?:rely|depend) on (?:\w+ )?(?:readers|your|you|donations|members|supporters)\b
journalism ~ \b(?:our|quality|independent) (?:\w+ )?journalism\b.{0,80}\b(?:free|open|available|possible|funded|supported|independent|paywall)
reader ~ \breader[- ](?:funded|supported)\b.{0,60}\b(?:we|our|us)\b
if you ~ \bif you (?:value|like|enjoy|appreciate|believe in) (?:our|this|what|the|independent)\b.{0,60}\b(?:journalism|reporting|work|do)\b
for as little as ~ \bfor as little as [$£€]\s?\d
we choose not to lock ~ \bwe choose not to lock\b
unlike many ~ \bunlike many (?:other )?(?:\w+ )?(?:news|outlets|publications|newspapers|sites)\b.{0,120}\b(?:we|our)\b
unsere arbeit unterstützen ~ \bunsere arbeit unterstützen\b
unterstützen sie uns ~ \bunterstützen sie (?:uns|unsere)\b
soutenez ~ \bsoutenez[- ](?:nous|notre)\b
apóyanos ~ \bapóyanos\b
apoya nuestro ~ \bapoya nuestro\b
поддержите на ~ \bподдержите (?:нас|нашу)\b
"""

#: What a request for money says of the house that makes it; tells nothing by itself. Keys: anywhere.
HOUSE = r"""
correspondents / coverage / journalis / newsroom / report ~ \b(?:our|we[’']re|we) (?:\w+ ){0,2}(?:journalis(?:m|ts?)|report(?:ing|ers?|s)|newsroom|coverage|correspondents)\b
documentary / facts / independence / investigation / mission / stories / team / work ~ \b(?:our|we[’']re|we) (?:\w+ ){0,2}(?:documentary|investigations?|mission|team|work|independence|stories|facts)\b
we  ~ \bwe (?:believe|know|need|choose|think|won[’']t|will never|have been|are (?:on|a|an|here|committed|proud|not))\b
quality journalism ~ \bquality journalism\b
paywall ~ \bpaywalls?\b
is trusted by ~ \bis trusted by\b
on the ground ~ \bon the ground\b
you  ~ \byou (?:can|help|make|value|trust|deserve|count|want|read)\b
your ~ \byour\b
"""

#: What people do with words: a block with it in reports speech and is the article's.
SPEECH = (
    r"\b(?:said|says|told|wrote|writes|added|according to|urged|urges|asked|announced|tweeted|"
    r"read the (?:message|note|sign|letter|statement))\b"
)


#: No label is longer (characters).
LONGEST_LABEL = 160
#: What may stand before a label or a lead-in, and after a label.
_BULLETS = "-–—•*×✕→▶|> \t\n\r\f\v"
_TAILS = " :.!…»›>→▶|–—-\t\n\r\f\v"
_LOUD = (*LOUD_LEAD_INS.replace("[’']", "’").split("|"), "DON'T MISS")
#: These as a table.
LOUD = "\n".join(_LOUD).casefold()


@cache
def rows(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The keys and the pattern of each line of a table; a line without keys is its own key."""
    found = []
    for line in table.split("\n"):
        keys, _, pattern = line.rpartition(" ~ ")
        if line:
            found.append((tuple(keys.split(" / ")) if keys else (pattern.casefold(),), pattern))
    return tuple(found)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A line's pattern, whatever the case."""
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return kept.compiled(pattern, re.IGNORECASE)


@cache
def _by_letters(table: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The lines of a table by the first two letters of their keys: an article may have 100,000 short blocks."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for keys, pattern in rows(table):
        for letters in dict.fromkeys(key[:2] for key in keys):
            found.setdefault(letters, []).append((keys, pattern))
    return found


@cache
def _all_by_letters(*tables: str) -> dict[str, tuple[str, ...]]:
    """All keys of some tables by their first two letters."""
    keys = dict.fromkeys(key for table in tables for keys, _ in rows(table) for key in keys)
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(key[:2], []).append(key)
    return {letters: tuple(some) for letters, some in found.items()}


def that_may_begin(lines: Iterable[str], *tables: str) -> list[int]:
    """Which of some lines, which are in lower case, may begin with a phrase of tables whose keys are beginnings."""
    keys = _all_by_letters(*tables)
    return [n for n, line in enumerate(lines) if line[:2] in keys and line.startswith(keys[line[:2]])]


def that_may_be_labels(lines: Iterable[str]) -> list[int]:
    """Of many lines in lower case those of which ``is_label`` and ``is_lead_in`` need be asked."""
    return that_may_begin(map(_bare, lines), LABELS, LEAD_INS, LOUD)


def _bare(low: str) -> str:
    """A text in lower case without the signs before a label, as the keys of the tables know it."""
    return low if low[:1].isalpha() else _counted(low.lstrip(_BULLETS))


def _counted(low: str) -> str:
    """A text in lower case as the keys of the tables know it."""
    if not low[:1].isdigit():
        return low
    rest = low.lstrip("0123456789")
    if rest[:1].isdigit():
        number = _NUMBER.match(low)
        rest = low[number.end() :] if number else low
    return f"#{rest}"


_NUMBER = regex(r"\d+")


_NONE: list[str] = []


def _beginning(table: str, text: str) -> list[str]:
    """The patterns of a table that a text may begin with."""
    low = _counted(text[:80].casefold())
    rows = _by_letters(table).get(low[:2])
    return [pattern for keys, pattern in rows if low.startswith(keys)] if rows else _NONE


def _within(table: str, low: str) -> Iterator[str]:
    """The patterns of a table of which a key stands in a text in lower case."""
    for keys, pattern in rows(table):
        for key in keys:
            if key in low:
                yield pattern
                break


def saying(table: str, sieve: Sieve) -> Iterator[tuple[int, re.Pattern[str]]]:
    """The lines that may say a phrase of a table whose keys may stand anywhere, with its pattern.

    sieve: the lines in lower case.
    """
    whole = sieve.whole
    for keys, pattern in rows(table):
        for key in keys:
            if key in whole:
                found = compiled(pattern)
                for number in {number for key in keys for number in sieve.having(key)}:
                    yield number, found
                break


def begins(table: str, text: str) -> bool:
    """Whether a text begins with a phrase of a table whose keys are beginnings."""
    return any(compiled(pattern).match(text) for pattern in _beginning(table, text))


def is_one(table: str, text: str) -> bool:
    """Whether a text is a phrase of such a table, and nothing else."""
    begun = _beginning(table, text)
    return bool(begun) and any(compiled(pattern).fullmatch(text) for pattern in begun)


def says(table: str, text: str) -> bool:
    """Whether a text says a phrase of a table whose keys may stand anywhere in it."""
    low = text.casefold()
    return any(compiled(pattern).search(text) for pattern in _within(table, low))


def asking(sieve: Sieve) -> list[int]:
    """The lines in which a sentence but the first may ask something of the site's reader."""
    whole, keys = sieve.whole, _all_by_letters(REQUESTS)
    found = []
    for start in _SENTENCE_START.finditer(whole):
        at = start.end()
        low = whole[at : at + LONGEST_KEY].casefold()
        if low[:2] in keys and low.startswith(keys[low[:2]]):
            found.append(sieve.line(at))
    return found


#: Characters that hold the longest beginning of a request.
LONGEST_KEY = 12
#: Where sentences may begin in a notice, with blanks forgotten now and then: "logged inPlease refresh".
_SENTENCE_START = regex(r"[.!?…:][^\S\n]+(?=[^\W\d_])|(?<=[a-z])(?=Please\b)")


def is_request(text: str) -> bool:
    """Whether a sentence of a block, in one line, asks something of the site's reader."""
    return begins(REQUESTS, text) or any(begins(REQUESTS, text[s.end() :]) for s in _SENTENCE_START.finditer(text))


def is_label(text: str) -> bool:
    """Whether a block is nothing but a label."""
    bare = text.lstrip(_BULLETS).rstrip(_TAILS)
    return len(bare) <= LONGEST_LABEL and is_one(LABELS, bare)


def is_lead_in(text: str) -> bool:
    """Whether a block names something else to read: "Related: ...", "READ MORE Roe resigns"."""
    bare = text.lstrip(_BULLETS)
    if bare.startswith(_LOUD) and _loud_lead_in().match(bare):
        return True
    if not _COLON.search(bare):
        return False
    return any(_lead_in(pattern).match(bare) for pattern in _beginning(LEAD_INS, bare))


_COLON = regex(r"[:：|»›→]")


@cache
def _lead_in(pattern: str) -> re.Pattern[str]:
    return compiled(rf"(?:{pattern})\s*[:：|»›→]\s*[^\n]{{0,250}}$")


@cache
def _loud_lead_in() -> re.Pattern[str]:
    return kept.compiled(rf"(?:{LOUD_LEAD_INS})\s*(?::|[-–—|»›→]\s|\s(?=[A-Z“‘\"']))\s*[^\n]{{0,250}}$")


#: Words that stand on buttons; the second line's only there.
BUTTON_WORDS = """
gallery photo photos picture pictures video videos post email e-mail mail comment comments like likes pin save copy link url embed
twitter x youtube instagram tiktok threads snapchat line sms rss feed on via with by to in up and or the this us our article story
page more close open menu home search login logout log sign register newsletter app font size text resize gift listen play
"""
BUTTON_SIGNS = """
share shares tweet retweet whatsapp facebook linkedin reddit pinterest telegram messenger tumblr flipboard bluesky mastodon viber
wechat weibo print subscribe follow bookmark
"""
