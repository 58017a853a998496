"""What the features weigh, learned from labelled clusters."""

from __future__ import annotations

ALONE = (
    1.967,  # containment
    1.653,  # shared
    0.831,  # numbers
    -1.893,  # distance
    3.962,  # context
    -0.332,  # one quotes
    1.795,  # opening
    0.616,  # unique
    2.240,  # quotation
)
ALONE_BIAS = -5.059
#: The score from which a pair is a link.
LINKED = 0.38
