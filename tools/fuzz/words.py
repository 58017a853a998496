"""Tables of words: what hostile stories are made of."""

from __future__ import annotations

#: What commands a terminal, turns a line around, leads a browser astray, begins a formula or ends a table.
HOSTILE = (
    *("\x1b[2J", "\x1b]52;c;eA==\x07", "\x1b]8;;http://x.example\x1b\\", "\x9b5m", "\x9d0;t\x9c", "\x00", "\x07", "\x7f"),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\ufeff", "\u2028", "\u0085", "\U000e0041", "\ud800", "\udfff"),
    *("\r", "\r\n", "\t", "\x0b", "\x0c", "\u00a0", "\u3000", "\u200b", "\u00ad", "\u200d", "\ufe0f", "\ufffe"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title>", "-->", "]]>", "&amp;", "&#x3c;", '"><b>'),
    *("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "'=1", "|cmd", "http://x.example/a?b=c#d"),
    *("[a](http://x.example)", "![a](javascript:1)", "`code`", "**b**", "# h", "> q", "1. l", "- l", "| a | b |", "$x$"),
    *("[link=x]", "[bold]", "[/]", "[@click=app.quit]x[/]", "{0}", "%s", "\\", "\\u001b", "www.x.example", "a@x.example"),
    *("javascript:alert(1)", "\u0301", "a\u0301\u0302\u0303", "👩‍👩‍👧‍👦", "🇬🇧", "👍🏽", "שלום", "مرحبا", "日本語", "ก็", "ـ", "ʼs", "漢's", "ς", "\u064b", "ﷺ", "①", "²²²", "½", "Ⅷ"),
)  # fmt: skip

#: Numbers past the range of some type, or close to its end.
NUMBERS = (
    *("0", "00", "1e400", "1" * 400, "9" * 19, "0.0000001", "1,000,000,000,000,000,000", "999999999999 trillion", "-0"),
    *(
        "1/0",
        "0/0",
        "1/3",
        "2²",
        "٣٤",
        "१२",
        "１２",
        "12.",
        ".5",
        "1.2.3",
        "3-3",
        "12-10",
        "10,00",
        "50%",
        "150%",
        "$1.2bn",
    ),
    *("$0", "£5", "€1,5", "1 million", "one", "half a million", "a dozen", "one in five", "0 out of 0", "minus five"),
    *("zero", "ninety-nine thousand million", "twenty-twenty", "two and a half", "hundred hundred", "12:60", "25:00"),
    *("magnitude 6.", "aged 200", "1,2,3,4", "7 9 11", "1st", "0th", "№5", "#1", "5m", "5 m", "5 km", "-40C", "3.5°"),
)
DATES = (
    *("Monday", "on Tuesday", "last Friday", "yesterday", "tomorrow", "today", "Saturday night", "next week", "last year"),
    *("30 November 2024", "Nov. 30", "November 31", "30 February 2024", "31/12/9999", "0000-00-00", "0001-01-01", "9999-12-31"),
    *("2024-11-30T25:61:61Z", "1 ²²² 2024", "in 999999999999 days", "5000 years ago", "a million weeks ago", "in the 1990s"),
    *("the 99th century", "in 10000", "spring 1000", "mid-2999", "3 p.m.", "at 24:00", "00:00 on Monday", "noon", "early May"),
    *("two days later", "within 48 hours", "since 1900", "from 3 to 5 May", "between 2999 and 1000", "May", "the 31st", "12/13/14"),
    *("date 2024-11-30", "Published 3 March 2024, 10:00 GMT+25:99", "5 min read", "Updated 10 h ago", "Jan 1 1000", "Dec 31 2999"),
)  # fmt: skip
WORDS = (
    *("the", "a", "and", "or", "of", "in", "to", "but", "not", "no", "never", "neither", "nor", "denied", "confirmed", "said"),
    *("killed", "injured", "died", "dead", "people", "passengers", "troops", "some of them", "many of whom", "most", "all", "none"),
    *("at least", "more than", "up to", "about", "nearly", "over", "fewer than", "exactly", "allegedly", "reportedly", "may have"),
    *("Kim Jong Un", "Mr Kim", "President Roe", "Jane Roe", "US", "U.S.", "United Kingdom", "London", "northern Peru", "AP", "(Reuters)"),
    *("the ferry", "ran aground", "off Lindholm", "harbour", "was", "were", "is", "has", "will", "he", "she", "they", "it", "who"),
    *("“We saw it,”", '"We saw it,"', "“", "”", '"', "'", "‘", "’", "«", "»", "(", ")", "[", "]", "—", "–", "-", "...", "…", ";", ":"),
    *("percent", "dollars", "votes", "degrees", "years old", "billion", "trillion", "half", "twice", "a third", "population"),
    *("City Council", "Supreme Court", "Dr.", "St.", "Sen.", "O’Neil-Smith", "McX", "al-Said", "A.", "A. B. C.", "I", "X", "İi", "ß"),
    *("By Jane Roe", "author: A. A. A. A. A. A.", "Read more:", "Subscribe", "Related:", "Image source, Getty", "Share", "Home > World"),
    *("Please support our journalism", "© 2024 AP", "contributed to this report", "LONDON (AP) —", "---", "===", "* * *", "•", "1.", "#"),
)  # fmt: skip
ENDS = (".", ".", ".", "!", "?", "", "...", ".”", '."', "…", "。", ":", ";", " (AP)", "!!!", "?!")
GAPS = (
    "\n\n",
    "\n\n",
    "\n\n",
    "\n",
    " ",
    "\n\n\n\n",
    " \n \n",
    "\r\n\r\n",
    "\n- ",
    "\n> ",
    "\n# ",
    "\n1. ",
    "\u2029",
    "\t",
    "  ",
)

#: What news tells, with places for what is told otherwise by another: a number, a day, a word.
SHAPES = (
    "At least {n} people were killed and {m} injured when a ferry ran aground off Lindholm {d}, {w} said.",
    "{w} told reporters that {n} passengers had been on board {d}.",
    "“We heard {w} and then {w} was silent for {n} minutes,” said the retired teacher Olof Brandt.",
    "Some of them are already in combat, {w} said {d}, and {n} of the {m} soldiers have died.",
    "The council voted {n}-{m} to close the library {d}, but {w} denied it.",
    "The company may have paid ${n} million to {w} between {d} and {d}.",
    "Kim Jong Un met {w} in northern Peru {d}; neither {w} nor the ministry confirmed the visit.",
    "Prices rose {n} percent, from {m} dollars, {d}.",
)
