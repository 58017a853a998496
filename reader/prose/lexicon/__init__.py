"""What the engine knows of single languages: data only, one module per language.

A module has ``STEMMER`` (the name of a Snowball algorithm, or None), ``STOP`` (words that say nothing about the subject),
``PRONOUNS`` (words that stand for a name given earlier), ``CALENDAR`` (days and months), ``SPELLING`` (variant -> the form compared), ``ENDINGS`` (variant
ending -> ending compared) and ``GROUPS`` (words that news writers use for one another, each group a line of words).
It may have ``NEGATIONS``, ``HEDGES`` and ``QUANTIFIERS`` (words that say no, how sure, and how many, for languages without
rules of their own for these), and ``FORMS`` (irregular form -> the form it is of) and ``JOINED`` (words written as one or with a hyphen), which
only what a sentence is about is read with. German, French and Spanish also have ``WEEKDAYS`` and ``MONTHS``, the words for
each in the order of the calendar, and ``NUMBERS`` (words for numbers from two on). Everything is in lower case. A language
without a module of its own is read with ``plain``.
"""
