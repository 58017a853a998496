"""How sure the rules that compare words are: the share of what each shows that careful readers called a contradiction.

Counted by rule on the labelled clusters, on the labelled pairs of short texts, and by eye on stories that nobody has
labelled (before and after a rule was narrowed), and drawn towards one half where there are few:
(right + 1) / (all + 2), rounded to a twentieth, then lowered where only made-up pairs were counted. ``docs/quality.md``
has the counts. Quotations, names and places in the same words grade theirs by how much stands around the difference.
"""

from __future__ import annotations

#: "Alleged", "apparently", "unclear whether" beside a statement: 5 of 6 in clusters, 4 of 8 by eye.
HEDGED = 0.65
#: "A suspected smuggler" beside "a smuggler".
CALLED = 0.65
#: "Almost destroyed" beside "destroyed", "potentially suspicious" beside "suspicious": by eye only.
SOFTENED = 0.65
#: "Is in talks to direct" beside "has been hired to direct": by eye, of one story told twice.
PENDING = 0.65
#: What is left open or called false, in set forms: 3 of 3 in clusters.
SET_FORM = 0.8
#: A denial beside a statement: 35 of 38 pairs of headlines, 0 of 2 by eye in running text, where it is narrower now.
DENIED_IN_HEADLINE = 0.85
DENIED = 0.6
#: A word negated in one version only: 18 of 20 pairs, 1 of 1 by eye.
NEGATED = 0.8
#: Opposite verbs of one subject: none in clusters, one of each kind in the examples.
OPPOSITE_VERBS = 0.7
#: Opposites said of one subject, "is dead" beside "is alive": 1 of 1 pairs, none on stories.
PREDICATES = 0.7
#: No evidence beside evidence, no effect beside what is caused: 2 of 2 pairs, none on stories.
ABSENT = 0.65
#: Two causes of one thing that exclude each other: 10 of 10 pairs, which it was written for; none on stories.
CAUSED = 0.65
#: Opposites in the same place of nearly the same words: 137 of 138 pairs that were made up for it.
OPPOSITES = 0.8
#: "For" beside "against", "over" beside "into" between the same words: 1 of 1 in clusters.
DIRECTIONS = 0.65
#: Destroyed beside damaged: 1 of 1 in clusters.
DAMAGE = 0.65
#: Two colours of one car, two relatives who did one thing: 1 of 1 in clusters, 2 of 2 by eye (one car).
ALTERNATIVES = 0.7
#: Nobody hurt beside some: in the examples of the tests only.
NOBODY = 0.7
#: Two towns of one happening, neither named in the other version: in the examples of the tests only, none false by eye.
TWO_TOWNS = 0.6
#: What one person died of, and where: by eye only.
DEATH = 0.7
#: Tried beside done: 1 of 1 in clusters, 1 of 2 by eye.
TRIED = 0.6
#: A thing of two nations: 1 of 1 in clusters, 4 of 4 pairs.
TWO_NATIONS = 0.75
#: One person or work of two nations.
TWO_ORIGINS = 0.7
#: One quotation in two mouths: 0 of 1 by eye, before a name had to end where it seems to.
TWO_SPEAKERS = 0.6
#: One statement reported of two people: by eye only.
TWO_TELLERS = 0.6
#: Two last names of one first name, beside the same other name: by eye only.
COMPANION = 0.7
#: A place on two sides of a country: 1 of 1 in clusters.
SIDE_OF_COUNTRY = 0.7
#: West of a place beside east of it: by eye only.
BEARING = 0.7
#: Two numbers in one street: by eye, of one story.
ADDRESS = 0.65
#: One named thing in two places: in the examples only.
TWO_PLACES = 0.65
