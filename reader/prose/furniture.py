"""Furniture: text around an article that is not the article.

A block is furniture by what it says, never by its length or place alone, and what is quoted is never looked at: people do say
"please donate" in the news. Precision comes first; a block in doubt is the article's.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Longer blocks are told by the article, whatever words they use (characters). Appeals may be longer, see LONGEST_APPEAL.
LONGEST_NOTICE = 400
LONGEST_APPEAL = 1_200

#: How many blocks without a clear word of their own an appeal may hold between two that have one.
APPEAL_GAP = 2


def furniture(blocks: Sequence[str]) -> list[bool]:
    """Which of the blocks of one article, in its order, are furniture. The time grows in proportion to their length."""
    marked = [stands_alone(block) for block in blocks]
    strong = [not mark and _appeals(block) for mark, block in zip(marked, blocks, strict=True)]
    if any(strong):
        for n in _whole_appeals(blocks, strong):
            marked[n] = True
    for n in _link_lists(blocks, marked):
        marked[n] = True
    return marked


def stands_alone(block: str) -> bool:
    """Whether a block is furniture whatever stands around it."""
    if len(block) > LONGEST_NOTICE:
        return False
    text = " ".join(block.split())
    if not any(c.isalnum() for c in text):
        return True
    if _LABEL.fullmatch(text) or _LEAD_IN.match(text) or _ADDRESS.fullmatch(text) or _HASHTAGS.fullmatch(text):
        return True
    if _is_buttons(text) or _is_slugs(text) or _BREADCRUMBS.fullmatch(text):
        return True
    if _RIGHTS.search(text) or _CREDIT.fullmatch(text):
        return True
    spoken = _unquoted(text)
    return bool(_NOTICE.search(spoken)) and not _SPEECH.search(spoken)


def slug_prefix(line: str) -> int:
    """How many characters of a line are slugs before its first sentence: "Town council/ Budget/ J. Roe/ The council ..." -> 29.

    0 where there are none: at least three slugs, each ended by a slash and a space, each of at most eight words.
    """
    at = 0
    count = 0
    while found := _SLUG.match(line, at):
        if len(found[1].split()) > 8 or (re.search(r"[.!?]\s+\S", found[1]) and not _INITIALS.match(found[1])):
            break
        at = found.end()
        count += 1
    if count < 3 or at >= len(line) or not (line[at].isupper() or line[at] in "“\"‘'" or line[at].isdigit()):
        return 0
    return at


_SLUG = re.compile(r"([^\s/][^/\n]{0,79}?)/\s+")
_INITIALS = re.compile(r"(?:[A-Z]\.\s*)+[A-Z][\w’'-]+$")


def _is_slugs(text: str) -> bool:
    """Whether a block is nothing but slugs: "World/ Asia/ Morning Edition/"."""
    parts = [part.strip() for part in re.split(r"/(?:\s+|$)", text)]
    parts = [part for part in parts if part]
    return (
        len(parts) >= 3
        and len(re.findall(r"\S/(?:\s|$)", text)) >= 3
        and all(len(p.split()) <= 8 for p in parts)
        and text[-1] not in ".!?"
    )


# --- labels, buttons, notices -------------------------------------------------------------------------------------------------

_END = r"[\s:.!…»›>→▶|–—-]*"
#: Whole blocks, in several languages: headings of boxes, buttons, advertising marks.
_LABEL = re.compile(
    r"(?:[-–—•*×✕→▶|>\s]*)(?:"
    r"(?:story|article|post)?\s*continues? (?:below|after)(?: (?:this |the )?(?:ad|advertisement|video|newsletter))?|continue reading(?: below)?"
    r"|(?:skip )?(?:past )?(?:this )?(?:ad|ads|advert|advertisement|advertising)s?(?:\s*[-–—:.]?\s*(?:continue reading below|scroll to continue|story continues below))?"
    r"|sponsored(?: content| by .{1,40})?|promoted(?: content| stories)?|paid (?:content|post)|partner content|ad feedback"
    r"|related(?: (?:stories|articles?|topics?|content|coverage|news|posts?|links|video|videos|reading|tags))?|more (?:stories|news|articles|videos|coverage)"
    r"|more (?:on|about) th(?:is|e) (?:story|topic|subject)|more from .{1,40}|you (?:may|might) also (?:like|be interested in)|recommended(?: (?:stories|articles|for you|reading|videos))?"
    r"|most (?:read|popular|viewed|shared|watched|commented)|trending(?: (?:now|stories|topics|news))?|top stories|latest (?:news|stories|headlines)|editor[’']?s[’']? (?:picks?|choice)"
    r"|(?:read|see|watch|listen|learn|find out|show|view|load) (?:more|next|now|all|less|also|full story|the full story|full article|full coverage|the full article)"
    r"|up next|what to read next|in case you missed it|don[’']t miss|must[- ]read|popular (?:now|stories|posts)|from our partners|around the web"
    r"|subscribe(?: now| today| here)?|sign (?:up|in|out)(?: now| here| today)?|log ?(?:in|out)|register(?: now)?|create (?:an? )?(?:free )?account|donate(?: now| today)?|support us|follow us(?: on .{1,60})?"
    r"|share(?: (?:this|this (?:article|story|post|page)|article|story|on .{1,60}|via .{1,60}))?|(?:print|e-?mail|bookmark|save)(?: this)?(?: (?:article|story|page|post))?|print friendly"
    r"|(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?|\d+ (?:comments?|shares?|likes?|views?)|join the (?:conversation|discussion)|comments?(?: \(?\d+\)?| (?:are )?(?:closed|off))?"
    r"|back to top|skip to (?:main )?content|(?:main )?menu|close(?: (?:menu|ad|this|dialog|modal|window))?|toggle (?:navigation|menu)|loading|play(?: video| audio)?|view gallery|(?:open|view) image in (?:gallery|fullscreen|full screen)|hide caption|toggle caption|enlarge this image"
    r"|accept(?: all)?(?: cookies)?|manage (?:cookies|preferences|consent)|cookie (?:policy|settings|notice)|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions|& conditions)"
    r"|image (?:source|credit|caption)|getty images|file (?:photo|image|picture)|photo gallery|video player"
    r"|anzeige|werbung|lesen sie auch|mehr zum thema|weiterlesen|zum thema|artikel teilen|jetzt abonnieren|newsletter abonnieren"
    r"|publicité|lire aussi|à lire aussi|lire la suite|sur le même sujet|partager(?: l[’']article)?|abonnez-vous|s[’']abonner"
    r"|publicidad|le[ae] también|lee más|te puede interesar|noticias relacionadas|compartir|suscríbete|suscríbase|seguir leyendo"
    r"|pubblicità|leggi anche|continua a leggere|condividi|publicidade|leia (?:também|mais)|veja também|compartilhe|advertentie|lees ook|lees verder"
    r"|реклама|читайте также|читать далее|поделиться|подписаться|подписывайтесь(?: на .{1,60})?|читайте також|广告|相关阅读|相关新闻|阅读更多|延伸阅读|広告|関連記事|إعلان|اقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة"
    rf"){_END}",
    re.IGNORECASE,
)
#: Words before a title that the outlet wants read next: "Related: ...", "READ MORE Roe resigns".
_LEAD_IN = re.compile(
    r"[-–—•*→▶>\s]*(?:(?i:related(?: (?:story|stories|article|articles|video|coverage|news|content|topics))?|read(?: more| also| next| this)?|also read|see also|see more|more on this|read the full story|"
    r"watch(?: more| now| live| also)?|listen(?: now| to more)?|don[’']t miss|recommended|trending|must[- ]read|up next|you may also like|in case you missed it|icymi|(?:filed )?under|tags?|tagged|topics?|keywords?|categor(?:y|ies)|share this|follow us|"
    r"lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|lee también|te puede interesar|leggi anche|leia também|leia mais|lees ook|читайте также|читайте також|اقرأ أيضا)\s*(?::|[|»›→])"
    r"|(?:READ MORE|READ ALSO|ALSO READ|READ NEXT|RELATED|SEE ALSO|WATCH|WATCH NOW|WATCH LIVE|MORE|DON[’']T MISS)\s*(?::|[-–—|»›→]\s|\s(?=[A-Z“‘\"'])))"
    r"\s*(?P<title>[^\n]{0,250})$"
    r"|(?:相关阅读|延伸阅读|関連記事)[：:].{0,250}$"
)
#: Nothing but an address; corpora that cut text into words leave blanks in it.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|https?\s*:\s*/\s*/\s(?:(?![.!?]\s+[A-Z][a-z]+\s[a-z]+\s)[^“”\"])*", re.IGNORECASE
)
_HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
_BREADCRUMBS = re.compile(r"[^\s.>»›!?][^.>»›!?]{0,30}(?:\s*[>»›]\s*[^.>»›!?]{1,60}){2,}(?<![.!?])")

_BUTTON_WORDS = frozenset(
    [
        "gallery",
        "photo",
        "photos",
        "picture",
        "pictures",
        "video",
        "videos",
        "share",
        "shares",
        "tweet",
        "retweet",
        "post",
        "email",
        "e-mail",
        "mail",
        "print",
        "comment",
        "comments",
        "like",
        "likes",
        "pin",
        "save",
        "bookmark",
        "copy",
        "link",
        "url",
        "embed",
        "whatsapp",
        "facebook",
        "twitter",
        "x",
        "linkedin",
        "reddit",
        "pinterest",
        "telegram",
        "messenger",
        "instagram",
        "youtube",
        "tiktok",
        "tumblr",
        "flipboard",
        "threads",
        "bluesky",
        "mastodon",
        "snapchat",
        "viber",
        "wechat",
        "weibo",
        "line",
        "sms",
        "rss",
        "feed",
        "on",
        "via",
        "with",
        "by",
        "to",
        "in",
        "up",
        "and",
        "or",
        "the",
        "this",
        "us",
        "our",
        "article",
        "story",
        "page",
        "more",
        "close",
        "open",
        "menu",
        "home",
        "search",
        "login",
        "logout",
        "log",
        "sign",
        "register",
        "subscribe",
        "subscribed",
        "follow",
        "following",
        "newsletter",
        "app",
        "font",
        "size",
        "text",
        "resize",
        "copied",
        "gift",
        "listen",
        "play",
    ]
)
_BUTTON_SIGNS = frozenset(
    [
        "share",
        "shares",
        "tweet",
        "retweet",
        "whatsapp",
        "facebook",
        "linkedin",
        "reddit",
        "pinterest",
        "telegram",
        "messenger",
        "instagram",
        "tumblr",
        "flipboard",
        "bluesky",
        "mastodon",
        "viber",
        "print",
        "subscribe",
        "follow",
        "bookmark",
    ]
)


def _is_buttons(text: str) -> bool:
    """Whether every word is one that stands on buttons, at least one of them only there: "Gallery Videos Share on WhatsApp"."""
    if len(text) > 200 or text[-1] in '.!?”"':
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text)]
    return len(words) >= 2 and all(w in _BUTTON_WORDS for w in words) and any(w in _BUTTON_SIGNS for w in words)


_START = r"(?:^|[.!?…:]\s+|[a-z](?=Please\b))"
#: What a site says to its reader about accounts, newsletters, cookies and itself. Looked for outside quotation marks only.
_NOTICE = re.compile(
    r"^thank(?:s| you) for (?:registering|subscribing|signing up|reading|your (?:subscription|registration|support))\b"
    rf"|{_START}(?:please |just |simply )*(?:refresh|reload) (?:the|this|your) (?:page|browser)"
    r"|\b(?:be|are|been) (?:now |automatically )*(?:logged|signed) in\b(?=.{0,60}$)"
    rf"|{_START}(?:please )?(?:log|sign) ?in (?:to|with) (?:your|continue|read|view|comment|leave|access|an? )"
    rf"|{_START}(?:please )?(?:create|register for) (?:an|a|your) (?:free |new )?(?:\w+ )?account\b"
    r"|^(?:already|not (?:yet )?)\s*(?:a|an)? ?(?:subscriber|member|registered|have an account|subscribed)\b.{0,80}$|^(?:do )?(?:you )?(?:already )?have an account\?"
    r"|^forgot(?:ten)? your password|^(?:please )?(?:verify|confirm|enter) your e-?mail|^(?:please )?check your (?:inbox|e-?mail)"
    r"|\byou(?:[’']ve| have) (?:successfully |now )?(?:subscribed|signed up|registered|reached your (?:monthly )?limit|\d+ free articles?)\b"
    r"|^by (?:signing up|subscribing|registering|clicking|continuing|entering|providing|submitting|using)\b.{0,160}\b(?:you|our|terms|privacy|consent)\b"
    r"|^(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? cookies\b|^this site is protected by recaptcha|^(?:please )?(?:enable|turn on|allow) (?:javascript|cookies)"
    r"|\byour browser (?:does not|doesn[’']t|is not) support|^(?:please )?(?:disable|turn off) your ad ?-?blocker"
    rf"|{_START}(?:please )?(?:sign up|subscribe|register)(?: now| today| here)? (?:for|to|and get|and receive) (?:our|the|free|a|your|my|unlimited|daily|breaking|\S+[’']s)\b.{{0,120}}\b(?:newsletters?|alerts?|e-?mails?|updates|briefings?|inbox|channel|podcasts?|digital|access|edition|headlines|stor(?:y|ies)|news)\b"
    rf"|{_START}(?:get|receive|have) (?:our|the|your|all the|more|breaking|daily|top|latest)\b.{{0,120}}\b(?:in|to|into) your (?:inbox|e-?mail|phone)\b|\bdelivered (?:straight |directly |right |daily |free )*to your (?:inbox|e-?mail|door)\b"
    rf"|{_START}(?:please )?(?:follow|like|find|join) (?:us|our|@\w+|the \w+)\b.{{0,60}}\bon (?:twitter|facebook|x|instagram|telegram|whatsapp|youtube|tiktok|linkedin|threads|bluesky|google news)\b"
    rf"|{_START}(?:please )?join (?:our|us on) .{{0,40}}(?:channel|group|newsletter|community|whatsapp|telegram)\b|{_START}(?:please )?download (?:our|the) .{{0,40}}\bapp\b"
    rf"|{_START}(?:please )?(?:click|tap|press) (?:here|the link|on the link|this link)\b|^for (?:more|the latest|breaking|all the) .{{0,80}}\b(?:visit|follow|click|download|subscribe|sign up)\b"
    r"|^stay (?:up[- ]to[- ]date|informed|connected|tuned)\b.{0,80}\b(?:with|by)\b.{0,60}\b(?:our|us|newsletter|app)\b"
    r"|^(?:do )?you have (?:a )?(?:a )?(?:story|tip|news tip)\b|^(?:have|got|do you have) (?:a |any )?(?:news )?(?:tip|story idea|story)s?\b.{0,60}\?|^(?:send|e-?mail) (?:us )?your (?:tips|stories|comments|thoughts|photos)\b"
    r"|^(?:what do you think|let us know|tell us|have your say)\b.{0,60}\b(?:in the )?comments?\b"
    r"|^(?:abonnieren sie|melden sie sich|registrieren sie sich|abonnez-vous|inscrivez-vous|suscríbase|suscríbete|regístrese|iscriviti|assine|abonneer u|подпишитесь|підпишіться|订阅|关注我们)\b",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"^(?:©|\(c\)\s*(?:copyright|\d{4})|copyright\b)[^“”\"]{0,200}$|\ball rights reserved\b|\bmay not be (?:published|reproduced|copied)[, ].{0,40}(?:broadcast|rewritten|redistributed|permission|whole or in part)"
    r"|^\(?except for the headline, this story has not been edited\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[]?\s*(?:image (?:source|credit)|(?:photo|picture|image|video|illustration|photograph)s?(?: credit| courtesy)?)(?:\s*:|\s+by|\s+courtesy of|,)\s*[^.]{2,80}[)\]]?"
    r"|(?:credits?|foto)\s*:\s*[^.]{2,80}|[^.]{0,50}(?:/|via |, )(?:getty images|afp|ap photo|reuters pictures)(?: via getty images)?[)\]]?|(?:ap|afp|reuters|epa) (?:photo|file photo)/[^.]{2,60}",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|wrote|writes|added|according to|urged|urges|asked|announced|tweeted|read the (?:message|note|sign|letter|statement))\b",
    re.IGNORECASE,
)

# --- appeals ------------------------------------------------------------------------------------------------------------------

_GIFT = r"(?:support|donations?|contributions?|gifts?|memberships?|subscriptions?|generosity|help)"
#: Words that only a request for money uses.
_APPEAL = re.compile(
    rf"\byour (?:\w+ )?{_GIFT} (?:helps?|makes?|allows?|enables?|matters?|goes|means|funds?|will|keeps?|ensures?|powers?|can|is|has|today)\b"
    rf"|\b(?:with|without) your (?:\w+ )?{_GIFT}\b|\bthanks to (?:your|our) (?:\w+ )?(?:support|readers|members|donors|subscribers)\b"
    r"|\bsupport (?:our|independent|quality|local|nonprofit|non-profit|fearless|the) (?:\w+ )?(?:journalism|reporting|newsroom|work|mission)\b"
    r"|\b(?:please |to )?(?:donate|subscribe|contribute|give|support us|join us|become a member) (?:now|today|here|from|for (?:as little as|just|only))\b"
    r"|\bbecome an? (?:\w+ )?(?:member|subscriber|supporter|patron|donor)(?: today| now|[.!])|\bhelp us (?:to )?(?:keep|continue|tell|fund|do|stay|report|hold)\b"
    r"|\b(?:making|make) an? (?:\w+ )?(?:donation|contribution|gift) (?:to (?:us|our|support)|today|now|here)\b|\bconsider (?:supporting|subscribing|donating|contributing|becoming|making|a (?:donation|gift|contribution|subscription))\b"
    r"|\bwe (?:rely|depend) on (?:\w+ )?(?:readers|your|you|donations|members|supporters)\b|\b(?:our|quality|independent) (?:\w+ )?journalism\b.{0,80}\b(?:free|open|available|possible|funded|supported|independent|paywall)"
    r"|\breader[- ](?:funded|supported)\b.{0,60}\b(?:we|our|us)\b|\bif you (?:value|like|enjoy|appreciate|believe in) (?:our|this|what|the|independent)\b.{0,60}\b(?:journalism|reporting|work|do|coverage|support|donat|subscri)"
    r"|\bfor as little as [$£€]\s?\d|\bwe choose not to lock\b|\bunlike many (?:other )?(?:\w+ )?(?:news|outlets|publications|newspapers|sites)\b.{0,120}\b(?:we|our)\b"
    r"|\bunsere arbeit unterstützen\b|\bunterstützen sie (?:uns|unsere)\b|\bsoutenez[- ](?:nous|notre)\b|\bapóyanos\b|\bapoya nuestro\b|\bподдержите (?:нас|нашу)\b",
    re.IGNORECASE,
)
#: What a request for money says of the house that makes it; tells nothing by itself.
_HOUSE = re.compile(
    r"\b(?:our|we[’']re|we) (?:\w+ ){0,2}(?:journalis(?:m|ts?)|report(?:ing|ers?|s)|newsroom|coverage|correspondents|documentary|investigations?|mission|team|work|independence|stories|facts)\b"
    r"|\bwe (?:believe|know|need|choose|think|won[’']t|will never|have been|are (?:on|a|an|here|committed|proud|not))\b|\bquality journalism\b|\bpaywalls?\b"
    r"|\bis trusted by\b|\bon the ground\b|\byou (?:can|help|make|value|trust|deserve|count|want|read)\b|\byour\b",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)


def _appeals(block: str) -> bool:
    if len(block) > LONGEST_APPEAL:
        return False
    spoken = _unquoted(block)
    return bool(_APPEAL.search(spoken)) and not _SPEECH.search(spoken)


def _belongs_to_appeal(block: str) -> bool:
    if len(block) > LONGEST_APPEAL:
        return False
    spoken = _unquoted(block)
    return bool(_HOUSE.search(spoken) and _US.search(spoken)) and not _SPEECH.search(spoken)


def _whole_appeals(blocks: Sequence[str], strong: list[bool]) -> list[int]:
    """The blocks of every appeal: those that ask, what stands between two of them, and what goes on about the house beside them."""
    asking = [n for n, is_strong in enumerate(strong) if is_strong]
    found = set(asking)
    for one, other in zip(asking, asking[1:], strict=False):
        between = range(one + 1, other)
        if len(between) <= APPEAL_GAP and all(_belongs_to_appeal(blocks[n]) for n in between):
            found.update(between)
    for n in asking:
        for step in (-1, 1):
            at = n + step
            while 0 <= at < len(blocks) and at not in found and _goes_on(blocks[at]):
                found.add(at)
                at += step
    return sorted(found)


def _goes_on(block: str) -> bool:
    """Whether a block beside an appeal is about the house's own work, addressed to the reader or in its own name."""
    spoken = _unquoted(block)
    return _belongs_to_appeal(block) and bool(
        re.search(r"\b(?:journalis|report(?:ing|ers?)\b|newsroom|paywall|donat|subscri)", spoken, re.IGNORECASE)
    )


# --- lists of links -----------------------------------------------------------------------------------------------------------

_BOX = re.compile(
    r"(?:related|more)(?: (?:stories|articles|news|content|coverage|videos|posts|links))?|most (?:read|popular|viewed)|recommended(?: (?:stories|articles|for you))?|trending(?: (?:now|stories))?|"
    r"top stories|latest (?:news|stories|headlines)|you (?:may|might) also like|read (?:next|more)|editor[’']?s[’']? picks?|more from .{1,40}|"
    r"mehr zum thema|sur le même sujet|noticias relacionadas|читайте также|相关阅读|関連記事",
    re.IGNORECASE,
)


def _link_lists(blocks: Sequence[str], marked: list[bool]) -> list[int]:
    """Titles under the heading of a box, where nothing but such titles follows to the end of the article."""
    end = len(blocks)
    while end > 0 and (marked[end - 1] or _is_title(blocks[end - 1])):
        end -= 1
    for n in range(end, len(blocks)):
        if marked[n] and _BOX.fullmatch(blocks[n].strip(" :.…»›>→-–—")):
            return [k for k in range(n + 1, len(blocks)) if not marked[k]]
    return []


def _is_title(block: str) -> bool:
    return len(block) <= 160 and block[-1] not in '.!…”"' and not _SPEECH.search(block)


_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"|«[^»\n]*»|„[^“”\n]*[“”]|(?<!\w)‘[^‘\n]*?’(?!\w)")


@lru_cache(maxsize=64)
def _unquoted(text: str) -> str:
    """The text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)
