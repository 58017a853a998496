# ruff: noqa: E501  (one pattern a line)
"""The phrases that furniture is made of, as patterns by the line; ``furniture`` says where they count.

A pattern here is general: no outlet's name, no single article's words. Quoted speech is taken out before most of them are tried.
"""

from __future__ import annotations

import re
from functools import cache

#: Whole blocks: headings of boxes, buttons, advertising marks.
LABELS = r"""
(?:story|article|post)?\s*continues? (?:below|after)(?: (?:this |the )?(?:ad|advertisement|video|newsletter))?
continue reading(?: below)?
(?:skip )?(?:past )?(?:this )?(?:ad|ads|advert|advertisement|advertising)s?(?:\s*[-–—:.]?\s*ADREST)?
sponsored(?: content| by .{1,40})?
promoted(?: content| stories)?
paid (?:content|post)
partner content
ad feedback
related(?: (?:stories|articles?|topics?|content|coverage|news|posts?|links|video|videos|reading|tags))?
more (?:stories|news|articles|videos|coverage)
more (?:on|about) th(?:is|e) (?:story|topic|subject)
more from .{1,40}
you (?:may|might) also (?:like|be interested in)
recommended(?: (?:stories|articles|for you|reading|videos))?
most (?:read|popular|viewed|shared|watched|commented)
trending(?: (?:now|stories|topics|news))?
top stories
latest (?:news|stories|headlines)
editor[’']?s[’']? (?:picks?|choice)
(?:read|see|watch|listen|learn|find out|show|view|load) (?:more|next|now|all|less|also)
(?:read|see|view) (?:the )?full (?:story|article|coverage)
up next
what to read next
in case you missed it
don[’']t miss
must[- ]read
popular (?:now|stories|posts)
from our partners
around the web
subscribe(?: now| today| here)?
sign (?:up|in|out)(?: now| here| today)?
log ?(?:in|out)
register(?: now)?
create (?:an? )?(?:free )?account
donate(?: now| today)?
support us
follow us(?: on .{1,60})?
share(?: (?:this|this (?:article|story|post|page)|article|story|on .{1,60}|via .{1,60}))?
(?:print|e-?mail|bookmark|save)(?: this)?(?: (?:article|story|page|post))?
print friendly
(?:leave|post|add|write) a (?:comment|reply)
(?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?
\d+ (?:comments?|shares?|likes?|views?)
join the (?:conversation|discussion)
comments?(?: \(?\d+\)?| (?:are )?(?:closed|off))?
back to top
skip to (?:main )?content
(?:main )?menu
close(?: (?:menu|ad|this|dialog|modal|window))?
toggle (?:navigation|menu)
loading
play(?: video| audio)?
view gallery
(?:open|view) image in (?:gallery|full ?screen)
(?:hide|toggle) caption
enlarge this image
accept(?: all)?(?: cookies)?
manage (?:cookies|preferences|consent)
cookie (?:policy|settings|notice)
privacy (?:policy|notice)
terms (?:of (?:use|service)|and conditions|& conditions)
image (?:source|credit|caption)
getty images
file (?:photo|image|picture)
photo gallery
video player
(?:read|see|find out|learn) more (?:here|about this)
listen to (?:this )?(?:article|story)(?: \d+ min(?:ute)?s?)?
\d+ min(?:ute)? listen
(?:link )?copied(?: to (?:the )?clipboard)?!?
topics|tags|contact us|about us|get in touch|have your say|explore further|explore more|go deeper|feedback to editors
explore more on these topics|reuse this content|purchase licensing rights|rights and permissions|leave your feedback
(?:skip past|after) newsletter promotion|end of newsletter promotion
list (?:of \d+ items|\d+ of \d+)|end of list
never miss a story
scroll (?:down )?(?:to read more|for more)(?: .{1,40})?
(?:most viewed|recent|headline|breaking) (?:news|stories|content|articles|posts)
latest (?:articles|posts|videos)
related (?:tutorials|reads|guides)
trending on .{1,40}
(?:find|read|see) (?:more|the latest) (?:by|from) .{1,40}
(?:leave a reply )?cancel reply
leave a reply
powered by .{1,40}
you are here
corrections and clarifications
anzeige|werbung|lesen sie auch|mehr zum thema|weiterlesen|zum thema|artikel teilen|jetzt abonnieren|newsletter abonnieren
publicité|lire aussi|à lire aussi|lire la suite|sur le même sujet|partager(?: l[’']article)?|abonnez-vous|s[’']abonner
publicidad|le[ae] también|lee más|te puede interesar|noticias relacionadas|compartir|suscríbete|suscríbase|seguir leyendo
pubblicità|leggi anche|continua a leggere|condividi
publicidade|leia (?:também|mais)|veja também|compartilhe
advertentie|lees ook|lees verder
реклама|читайте также|читать далее|поделиться|подписаться|подписывайтесь(?: на .{1,60})?|читайте також
广告|相关阅读|相关新闻|阅读更多|延伸阅读|広告|関連記事
إعلان|اقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة
""".replace("ADREST", "(?:continue reading below|scroll to continue|story continues below)")

#: Words before a colon or an arrow and a title that the outlet wants read next.
LEAD_INS = r"""
related(?: (?:story|stories|article|articles|video|coverage|news|content|topics))?
read(?: more| also| next| this)?
also read
see (?:also|more)
more on this
read the full story
watch(?: more| now| live| also)?
listen(?: now| live| to more)?
more (?:about|on|from|in)
(?:previous|next) (?:article|story|post)
don[’']t miss
recommended
trending
must[- ]read
up next
you may also like
in case you missed it
icymi
go deeper
(?:filed )?under
tags?|tagged|topics?|keywords?|categor(?:y|ies)
share this
follow us
lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|te puede interesar|leggi anche|leia também
leia mais|lees ook|читайте также|читайте також|اقرأ أيضا|相关阅读|延伸阅读|関連記事
"""

#: The same in capitals, where no colon is needed.
LOUD_LEAD_INS = "READ MORE|READ ALSO|ALSO READ|READ NEXT|RELATED|SEE ALSO|WATCH|WATCH NOW|WATCH LIVE|MORE|DON[’']T MISS"

#: Headings of boxes under which titles follow.
BOXES = r"""
(?:related|more)(?: (?:stories|articles|news|content|coverage|videos|posts|links))?
most (?:read|popular|viewed)
recommended(?: (?:stories|articles|for you))?
trending(?: (?:now|stories))?
top stories
latest (?:news|stories|headlines)
you (?:may|might) also like
read (?:next|more)
editor[’']?s[’']? picks?
more from .{1,40}
mehr zum thema|sur le même sujet|noticias relacionadas|читайте также|相关阅读|関連記事
"""

#: How notices begin that a site gives its reader: about accounts, newsletters, cookies and itself.
OPENINGS = r"""
thank(?:s| you) for (?:registering|subscribing|signing up|reading|your (?:subscription|registration|support))\b
(?:already|not (?:yet )?)\s*(?:an? )?(?:subscriber|member|supporter|donor|reader|customer|registered|have an account|subscribed)\b.{0,80}$
(?:do )?(?:you )?(?:already )?have an account\?
forgot(?:ten)? your password
(?:please )?(?:verify|confirm|enter) your e-?mail
(?:please )?check your (?:inbox|e-?mail)
by (?:signing up|subscribing|registering|clicking|continuing|entering|providing|submitting|using)\b.{0,160}BYEND
(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? cookies\b
this site is protected by recaptcha
(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)
(?:please )?(?:disable|turn off) your ad ?-?blocker
for (?:more|the latest|breaking|all the) .{0,80}\b(?:visit|follow|click|download|subscribe|sign up)\b
stay (?:up[- ]to[- ]date|informed|connected|tuned)\b.{0,80}\b(?:with|by)\b.{0,60}\b(?:our|us|newsletter|app)\b
(?:have|got|do you have) (?:a |any )?(?:news )?(?:tip|story idea|story)s?\b.{0,60}\?
(?:send|e-?mail) (?:us )?your (?:tips|stories|comments|thoughts|photos)\b
(?:what do you think|let us know|tell us|have your say)\b.{0,60}\b(?:in the )?comments?\b
to (?:view|read|continue|see|comment|access)\b.{0,60}, (?:please |simply |you (?:must|need to|have to|can) )?(?:subscribe|log in|sign in|register)\b
you (?:must|need to|have to) (?:be )?(?:log(?:ged)? in|sign(?:ed)? in|subscribed?|registered) to\b
please (?:log|sign) in\b
your e-?mail address will not be published\b
required fields are marked\b
notify me of (?:follow-up|new)\b
if you[’']?(?:re| are) (?:running|using) an ad-?\s?blocker\b
we (?:want to hear what you think about this|welcome (?:reader|your) comments)\b
follow .{1,60} on NETWORK\W*(?:@\w+)?\W*$
(?:contact|e-?mail|reach|write to) .{0,80}\S@\S+\.\w+\W*$
follow (?:all )?(?:of )?\S+[’'](?:s)? coverage\b
(?:more|follow|see|read|watch|visit|find)\b.{0,120}https?://\S+$
i would like to (?:be emailed|receive)\b
use chrome browser for\b
let us know if there is a problem with our content\b
our standards:
(?:folge|folgen sie) uns\b
(?:abonnieren sie|melden sie sich (?:an|für)|registrieren sie sich)\b
(?:abonnez-vous|inscrivez-vous|suscríbase|suscríbete|regístrese|iscriviti|assine|abonneer u|подпишитесь|підпишіться)\b
(?:订阅|关注我们)
"""

#: What a site asks of its reader, at the beginning of any sentence.
REQUESTS = r"""
(?:please |just |simply )*(?:refresh|reload) (?:the|this|your) (?:page|browser)
(?:please )?(?:log|sign) ?in (?:to|with) (?:your|continue|read|view|comment|leave|access|an? )
(?:please )?(?:create|register for) (?:an|a|your) (?:free |new )?(?:\w+ )?account\b
(?:please )?(?:sign up|subscribe|register)(?: now| today| here)? (?:for|to|and get|and receive) WHOSE\b.{0,120}LETTER
(?:get|receive|have) (?:our|the|your|all the|more|breaking|daily|top|latest)\b.{0,120}\b(?:in|to|into) your INBOX
(?:please )?(?:follow|like|find|join) (?:us|our|@\w+|the \w+)\b.{0,60}\bon NETWORK
(?:please )?join (?:our|us on) .{0,40}(?:channel|group|newsletter|community|whatsapp|telegram)\b
(?:please )?download (?:our|the) .{0,40}\bapp\b
(?:please )?(?:click|tap|press) (?:here|the link|on the link|this link)\b
(?:get|receive) (?:a|an|our|the|\S+[’']s)\b.{0,60}(?:newsletter|weekly summary|daily (?:edition|list|digest)|e-?mail)\b
"""

#: What only such notices say, anywhere.
REMARKS = r"""
\b(?:be|are|been) (?:now |automatically )*(?:logged|signed) in\b(?=.{0,60}$)
\byou(?:[’']ve| have) (?:successfully |now )?(?:subscribed|signed up|registered|reached your (?:monthly )?limit)\b
\byour browser (?:does not|doesn[’']t|is not) support
\bdelivered (?:straight |directly |right |daily |free )*to your INBOX
\bby signing up (?:to|for) our\b.{0,60}LETTER
\bsign up here\W*$
\byou[’']?re already a subscriber\b
\bseeing this message\b.{0,60}\bsubscriber\b
\bthis (?:web)?site uses cookies\b
\bsend you (?:push )?notifications\b
\bcomments are moderated\b
\bwe may (?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?(?:commission|compensation)\b
\bearns? revenue from qualifying purchases\b
\bopens in (?:a )?new (?:window|tab)\)
\bopens new tab\b
\bnewsletters may contain info\b
\buse google recaptcha\b
\byou can now listen to\b.{0,40}\barticles\b
\benjoy an ad-free experience\b
\b(?:iframe|script|div|img)\s[^>]{0,300}/?>
"""

_NOTICE_PARTS = {
    "BYEND": r"\b(?:you|our|terms|privacy|consent)\b",
    "WHOSE": r"(?:our|the|free|a|your|my|unlimited|daily|breaking|\S+[’']s)",
    "LETTER": (
        r"\b(?:newsletters?|alerts?|e-?mails?|updates|briefings?|inbox|channel|podcasts?|digital|access|edition|headlines|"
        r"stor(?:y|ies)|news)\b"
    ),
    "INBOX": r"(?:inbox|e-?mail|phone|door)\b",
    "NETWORK": r"(?:twitter|facebook|x|instagram|telegram|whatsapp|youtube|tiktok|linkedin|threads|bluesky|google news)\b",
}

#: Whose words they are, and what others may do with them.
RIGHTS = r"""
^(?:©|\(c\)\s*(?:copyright|\d{4})|copyright\b)[^“”"]{0,200}$
\ball rights reserved\b
\bmay not be (?:published|reproduced|copied)[, ].{0,40}(?:broadcast|rewritten|redistributed|permission|whole or in part)
^(?:this (?:document|article|content) is )?subject to copyright\b|^citation: .{0,200}\bretrieved\b
^\(?except for the headline, this story has not been edited\b
"""

#: Who took a picture, and nothing else.
CREDITS = r"""
[(\[]?\s*(?:(?:image|photo|picture|video) (?:source|credit|courtesy)s?)(?:\s*:|\s+by|\s+courtesy of|\s+of|,)\s*[^.]{2,80}[)\]]?
[(\[]?\s*(?:photo|picture|image|video|illustration|photograph)s?(?:\s*:|\s+by|\s+courtesy of)\s*[^.]{2,80}[)\]]?
(?:credits?|foto)\s*:\s*[^.]{2,80}
[^.]{0,50}(?:/|via )(?:getty images|afp|ap photo|reuters pictures)(?: via getty images)?[)\]]?
(?:ap|afp|reuters|epa) (?:photo|file photo)/[^.]{2,60}
"""

#: Words that only a request for money uses. GIFT stands for what is asked.
APPEALS = r"""
\byour (?:\w+ )?GIFT (?:helps?|makes?|allows?|enables?|matters?|goes|means|funds?|will|keeps?|ensures?|powers?|can)\b
\b(?:with|without) your (?:\w+ )?GIFT\b
\bthanks to (?:your|our) (?:\w+ )?(?:support|readers|members|donors|subscribers)\b
\bsupport (?:our|independent|quality|local|nonprofit|non-profit|fearless|the) (?:\w+ )?(?:journalism|reporting|newsroom|mission)\b
\b(?:please |to )?(?:donate|subscribe|contribute|give|support us|join us) (?:now|today|here|from|for (?:as little as|just|only))\b
\bbecome an? (?:\w+ )?(?:member|subscriber|supporter|patron|donor)(?: today| now|[.!])
\bhelp us (?:to )?(?:keep|continue|tell|fund|do|stay|report|hold)\b
\b(?:making|make) an? (?:\w+ )?(?:donation|contribution|gift) (?:to (?:us|our|support)|today|now|here)\b
\bconsider (?:supporting|subscribing|donating|contributing|becoming|making|a (?:donation|gift|contribution|subscription))\b
\bwe (?:rely|depend) on (?:\w+ )?(?:readers|your|you|donations|members|supporters)\b
\b(?:our|quality|independent) (?:\w+ )?journalism\b.{0,80}\b(?:free|open|available|possible|funded|supported|independent|paywall)
\breader[- ](?:funded|supported)\b.{0,60}\b(?:we|our|us)\b
\bif you (?:value|like|enjoy|appreciate|believe in) (?:our|this|what|the|independent)\b.{0,60}\b(?:journalism|reporting|work|do)\b
\bfor as little as [$£€]\s?\d
\bwe choose not to lock\b
\bunlike many (?:other )?(?:\w+ )?(?:news|outlets|publications|newspapers|sites)\b.{0,120}\b(?:we|our)\b
\bunsere arbeit unterstützen\b
\bunterstützen sie (?:uns|unsere)\b
\bsoutenez[- ](?:nous|notre)\b
\bapóyanos\b
\bapoya nuestro\b
\bподдержите (?:нас|нашу)\b
"""

_APPEAL_PARTS = {"GIFT": r"(?:support|donations?|contributions?|gifts?|memberships?|subscriptions?|generosity|help)"}

#: What a request for money says of the house that makes it; tells nothing by itself.
HOUSE = r"""
\b(?:our|we[’']re|we) (?:\w+ ){0,2}(?:journalis(?:m|ts?)|report(?:ing|ers?|s)|newsroom|coverage|correspondents)\b
\b(?:our|we[’']re|we) (?:\w+ ){0,2}(?:documentary|investigations?|mission|team|work|independence|stories|facts)\b
\bwe (?:believe|know|need|choose|think|won[’']t|will never|have been|are (?:on|a|an|here|committed|proud|not))\b
\bquality journalism\b
\bpaywalls?\b
\bis trusted by\b
\bon the ground\b
\byou (?:can|help|make|value|trust|deserve|count|want|read)\b
\byour\b
"""

#: What people do with words: a block with it in reports speech and is the article's.
SPEECH = (
    r"\b(?:said|says|told|wrote|writes|added|according to|urged|urges|asked|announced|tweeted|"
    r"read the (?:message|note|sign|letter|statement))\b"
)


#: How any label, lead-in or request begins, in lower case: a text that begins otherwise needs no pattern, and to compile
#: one takes longer than to read an article.
LABEL_STARTS = tuple(
    re.split(
        r"\n\s*|, ",
        """abonnez, about us, accept, ad, after newsletter, anzeige, around the, article, artikel, back to, bookmark
        breaking, cancel, close, comment, compart, condividi, contact us, continu, cookie, copied, corrections, create
        don't, don’t, donat, e-mail, email, editor, end of, enlarge, explor, feedback, file, find, follow, from our
        get in, getty, go deeper, have your, headline, hide, image, in case, jetzt, join the, latest, learn, leave, lee
        lea, leggi, leia, lesen, link, lire, list, load, log, main, manage, mehr zum, menu, more, most, must
        never miss, newsletter, noticias, open, paid, partager, partner, past, photo, play, popular, post, powered
        print, privacy, promoted, pubblicità, publici, purchase, read, recent, recommended, register, related, reuse
        rights, s'abonner, s’abonner, save, scroll, see, seguir, share, show, sign, skip, sponsored, story, subscribe
        support us, sur le, suscríb, tags, te puede, terms, this ad, toggle, top, trending, up next, veja, video, view
        watch, weiterlesen, werbung, what to, write, you are, you may, you might, zum thema, à lire, поделиться
        подпис, реклама, читайте, читать, إعلان, اقرأ, مواضيع, 广告, 広告, 延伸阅读, 相关新闻, 相关阅读, 関連記事, 阅读更多""",
    )
)
LEAD_IN_STARTS = tuple(
    re.split(
        r"\n\s*|, ",
        """also read, categor, don't, don’t, filed, go deeper, icymi, in case, keyword, lea, lee, leggi, leia, lesen, lire
        listen, mehr zum, more, must, next, previous, read, recommended, related, see, share, tag, te puede, topic
        trending, under, up next, watch, you may, à lire, читайте, اقرأ, 延伸阅读, 相关阅读, 関連記事, follow us""",
    )
)
REQUEST_STARTS = tuple(
    re.split(
        r", ",
        "click, create, download, find, follow, get, have, join, just, like, log, please, press, receive, refresh, "
        "register, reload, sign, simply, subscribe, tap",
    )
)
#: No label is longer (characters).
LONGEST_LABEL = 160


def _any_of(lines: str) -> str:
    """The source of a pattern that matches any of the lines."""
    for name, part in (_NOTICE_PARTS | _APPEAL_PARTS).items():
        lines = lines.replace(name, part)
    parts = [line for line in lines.split("\n") if line]
    if all(part.startswith(r"\b") for part in parts):  # asked for once a place, not once a line: three times faster
        return r"\b(?:" + "|".join(part[2:] for part in parts) + ")"
    return "|".join(parts)


@cache
def pattern(lines: str) -> re.Pattern[str]:
    """One pattern that matches any of the lines, whatever the case. Compiled at its first use: together they take 30 ms."""
    return re.compile(_any_of(lines), re.IGNORECASE)


def is_request(text: str) -> bool:
    """Whether a sentence of a block asks something of the site's reader."""
    for start in sentence_starts().finditer(text):
        at = start.end()
        if text[at : at + 24].lower().startswith(REQUEST_STARTS) and pattern(REQUESTS).match(text, at):
            return True
    return False


@cache
def sentence_starts() -> re.Pattern[str]:
    """Where sentences may begin in a notice, with blanks forgotten now and then: "logged inPlease refresh"."""
    return re.compile(r"^|[.!?…:]\s+|(?<=[a-z])(?=Please\b)")


def is_label(text: str) -> bool:
    """Whether a block is nothing but a label."""
    bare = text.lstrip(_BULLETS)
    if len(bare) > LONGEST_LABEL and len(bare.rstrip(_TAILS)) > LONGEST_LABEL:
        return False
    return (bare[:1].isdigit() or bare[:24].lower().startswith(LABEL_STARTS)) and bool(_label().fullmatch(text))


def is_lead_in(text: str) -> bool:
    """Whether a block names something else to read: "Related: ...", "READ MORE Roe resigns"."""
    bare = text.lstrip(_BULLETS)
    return bare[:24].lower().startswith(LEAD_IN_STARTS) and _lead_in().match(text) is not None


#: What may stand before a label or a lead-in, and after a label.
_BULLETS = "-–—•*×✕→▶|> \t\n\r\f\v"
_TAILS = " :.!…»›>→▶|–—-\t\n\r\f\v"


@cache
def _label() -> re.Pattern[str]:
    """A block that is nothing but a label."""
    return re.compile(rf"(?:[-–—•*×✕→▶|>\s]*)(?:{_any_of(LABELS)})[\s:.!…»›>→▶|–—-]*", re.IGNORECASE)


@cache
def _lead_in() -> re.Pattern[str]:
    """A block that names something else to read: "Related: ...", "READ MORE Roe resigns"."""
    quiet = rf"(?i:{_any_of(LEAD_INS)})\s*[:：|»›→]"
    loud = rf"(?:{LOUD_LEAD_INS})\s*(?::|[-–—|»›→]\s|\s(?=[A-Z“‘\"']))"
    return re.compile(rf"[-–—•*→▶>\s]*(?:{quiet}|{loud})\s*[^\n]{{0,250}}$")


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
