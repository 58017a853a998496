"""Words that say which way things go, and those around them that say what goes, and whether it is told as so."""

from __future__ import annotations

from reader.prose.word_lists import listed

#: Going up, going down: said of what can be counted or measured, whatever it is...
UP = listed("rise rises rose risen rising increase increases increased increasing grew grown growing growth")
DOWN = listed("decline declines declined declining decrease decreases decreased decreasing")
#: ...of persons and things as well ("fell from a roof")...
UP_TOO = listed(
    "climb climbs climbed climbing soared soaring surged surging grow grows jumped jumping recovering "
    "rebounded rebounding"
)
DOWN_TOO = listed(
    "fall falls fell fallen falling drop drops dropped dropping shrink shrinks shrank shrunk shrinking plunged "
    "plunging plummeted plummeting slumped"
)
#: ...and done to something ("cut costs").
RAISED = listed("raise raises raised raising boost boosts boosted boosting")
LOWERED = listed("reduce reduces reduced reducing lower lowers lowered lowering cut cuts cutting")
#: Those that need something that is measured.
OF_MEASURES = UP_TOO | DOWN_TOO | RAISED | LOWERED | {"loss", "losses"}
#: Nouns that tell it of what stands beside them: "loss of ice", "job gains"; and of the pace: "acceleration of growth".
LOSSES, GAINS = listed("loss losses reduction reductions"), listed("gain")
PACES = {"acceleration": 1, "deceleration": -1, "slowdown": -1}
ONLY_NOUNS = LOSSES | GAINS | PACES.keys() | {"growth"}
#: Of what is done by these or goes by itself: "increased the budget", "the budget increased".
EITHER = listed(
    "increase increases increased increasing decrease decreases decreased decreasing grow grew grown growing drop "
    "drops dropped dropping rising"
)
NOUNS = listed(
    "rise rises increase increases decline declines decrease decreases growth fall drop climb warming cooling "
    "loss losses reduction reductions gain acceleration deceleration slowdown"
)
#: Of warmth the word itself says what goes up or down.
WARMER = listed("warming warm warmed warms warmer hotter")
COOLER = listed("cooling cool cooled cools cooler colder")
#: Going faster, growing stronger, getting better and coming nearer, with their opposites: word -> of which, which way.
ALONG = {
    word: (axis, way)
    for axis, ways in (
        ("pace", ("accelerating accelerated accelerates quickened quickening", "slowing slowed slows")),
        ("strength", ("strengthened strengthening strengthens intensified", "weakened weakening weakens")),
        ("state", ("improved improving improves", "worsened worsening worsens deteriorated deteriorating")),
        ("reach", ("expanding expanded expands advancing", "retreating retreated receding receded melting melted "
                   "thinning disappearing vanishing contracted contracting")),
        ("stock", ("gaining gained gains", "losing lost loses")),
    )
    for way, words in zip((1, -1), ways, strict=True)
    for word in words.split()
}  # fmt: skip
#: Compared: "higher than".
MORE, LESS = listed("higher warmer hotter"), listed("lower cooler colder")
#: Staying: after "remained" and the like.
STEADY = listed("stable unchanged flat steady constant")
STAYING = listed("remain remains remained remaining stay stays stayed hold held holds been is are was were kept")
#: In two words: "went up", "becoming more frequent".
GONE, UPWARDS = listed("gone went goes"), {"up": 1, "down": -1}
BECOMING, MORE_SO = listed("becoming become becomes became getting got gotten"), {"more": 1, "less": -1}

#: Word -> which way: 1 up, -1 down.
WAYS = {
    word: way
    for words, way in (
        (UP | UP_TOO | RAISED | WARMER | MORE | GAINS, 1),
        (DOWN | DOWN_TOO | LOWERED | COOLER | LESS | LOSSES, -1),
    )
    for word in words
} | PACES
#: One of these is in every sentence that tells which way something goes.
WORDS = frozenset((*WAYS, *ALONG, *STEADY, *GONE, *BECOMING))

#: Before a noun for going some way: it doesn't; before its "of" too. After "warming": it is over.
NONE = listed("no zero little hardly any without")
LACK = listed("lack absence")
CEASED = listed("ceased stopped halted paused ended hiatus pause standstill")
#: "Declined to" and the like are told of what somebody does, "not since" of a time: they deny no trend.
NOT_OF_TRENDS = ("declin", "refus", "not since")

#: What breaks a group of words...
BREAKS = listed(
    "that which who whom whose when while where whether as and or but if because so although though unless until than "
    "said says say saying not is are was were be been being am has have had do does did will would can could may might "
    "must should shall he she it they we you i its his her their our him them us there this these those also then show "
    "shows showed shown indicate indicates indicated suggest suggests found finds find cause causes caused causing "
    "such include includes led produced produce produces forced forces seen see saw make makes made let lets expects "
    "expect expected expecting"
)
#: ...what joins another to it...
JOINTS = listed(
    "above below of in for at on from by with to under over across among between through within during since near "
    "about per before after ago"
)
ARTICLES = listed("the a an")
#: What is called so is the same without: "the elephant population", "the number of elephants".
POPULATIONS = listed("population populations")
#: After these words a person does something else: "declined to comment", "grew up".
ELSEWHERE = {"declin": "to", "grew": "up", "grow": "up"}
#: ...and what in it says nothing of what it is.
EMPTY = listed(
    "the a an global mean average averaged annual overall total level levels rate rates trend trends world worldwide "
    "surface statistically significant slight sharp rapid rapidly slow steady abrupt recent current entire national "
    "number numbers amount amounts quantity concentration concentrations extent volume area figure figures data value "
    "values estimate estimates more further any some no zero little all new old same other s marked continued "
    "continuous relative relatively apparent observed measured substantial appreciable gradual huge large big small "
    "dramatic year years decade decades month months century last past first second two three four five six seven "
    "eight nine ten toll size pace most many both several"
)
#: Between what something is said of and the verb.
ADVERBS = listed(
    "not also now still even just only again further been being be is are was were has have had do does did and will "
    "continue continues continued continuing to began begun started keep keeps kept seem seems seemed appear appears "
    "appeared thus already never no longer actually since then largely remained remain remains stayed stay stays held "
    "hold holds which that gone"
)
BEING = listed("is are was were")
#: Before a verb that may be a noun too.
BEFORE_VERBS = listed("to will would may could can should must might they not")
#: Beside one of these it isn't told as so: wanted, feared, asked, possible...
UNREAL = listed(
    "may might could would should can will must if unless expected expects expect likely projected predict predicts "
    "predicted forecast forecasts projects plan plans planned aim aims seek seeks sought want wants wanted limit "
    "limits limiting prevent preventing avoid avoiding against risk possible potential proposed propose proposes "
    "proposal call calls demand demands request stop curb tackle combat fight halt reverse slow agreed pledged "
    "promised vowed fear fears feared apparent supposed eliminating eliminate refute refutes whether threatened "
    "threatens trying try hoped hopes potentially hide until"
)
#: ...nor where somebody keeps a rise, or a fall, within a bound...
HELD = listed("maintain maintaining keep keeping hold holding restrict restricting")
#: ...nor where it is any of its kind...
ANY = listed("a an any such even")
#: ...nor what these are of: "warming potential"...
NOT_YET = listed("potential potentials target targets limit limits goal goals scenario scenarios alarmist alarmists")
#: ...nor after "to", but for these: "continue to rise".
REAL_TOO = listed(
    "continue continues continued continuing began begun started seem seems seemed appear appears forced caused"
)
#: What warmth is called: of what it is told, it is the temperature that rises.
HEAT = listed("temperature temperatures warming cooling climate planet earth world globe warmth heat atmosphere")
#: What is measured and no plural.
MEASURABLE = listed(
    "ice mass weight ground money unemployment inflation turnout population gdp economy crime support output demand "
    "income spending revenue traffic pressure approval"
)
