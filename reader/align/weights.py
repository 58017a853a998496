"""What the features weigh, learned from labelled clusters."""

from __future__ import annotations

ALONE = (
    1.889,  # cosine
    -0.501,  # containment
    0.346,  # shared
    4.001,  # group cosine
    1.263,  # group containment
    0.789,  # group shared
    0.202,  # second rarest
    4.181,  # run containment
    0.775,  # numbers
    -2.206,  # distance
    3.415,  # context
    -0.764,  # both quote
    -0.364,  # one quotes
)
ALONE_BIAS = -4.489
#: The score from which a pair is a link.
LINKED = 0.38
