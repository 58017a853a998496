"""What the features weigh. Written by tools/fit_links.py; change it by running that.

From 21 labelled clusters, cross-validated by cluster in three divisions:
cross-validated links: F1 0.788, precision 0.842, recall 0.741
cross-validated links: F1 0.782, precision 0.833, recall 0.736
cross-validated links: F1 0.782, precision 0.836, recall 0.735
of links scored 0.9 and more, 0.987 are right
"""

from __future__ import annotations

#: A pair by itself.
ALONE = {
    "weighty share": 0.922,
    "shared": 1.325,
    "wording": 4.689,
    "longer": -0.015,
    "numbers": 0.677,
    "distance": -0.969,
    "between": -0.422,
    "one quotes": -0.425,
    "both quote": -0.936,
    "opening": 1.569,
    "unique": 0.594,
    "quotation": 2.405,
}
ALONE_BIAS = -3.871
#: A pair among all others, given what they score alone.
AMONG = {
    "weighty share": 0.194,
    "shared": 1.137,
    "wording": 3.065,
    "longer": -0.013,
    "numbers": 0.416,
    "unique": 0.318,
    "quotation": 0.977,
    "outdone": -0.231,
    "rivals": -0.228,
    "steps": 0.29,
    "near": 0.466,
    "beside": 1.284,
    "third against": -3.262,
    "told": 3.351,
}
AMONG_BIAS = -4.351
#: The score from which a pair is a link.
LINKED = 0.49
