"""What the features weigh. Written by tools/fit_links.py; change it by running that.

From 21 labelled clusters, cross-validated by cluster in three divisions:
cross-validated links: F1 0.771, precision 0.798, recall 0.746
cross-validated links: F1 0.766, precision 0.786, recall 0.746
cross-validated links: F1 0.762, precision 0.789, recall 0.736
of links scored 0.9 and more, 0.967 are right
"""

from __future__ import annotations

#: A pair by itself.
ALONE = {
    "containment": 1.976,
    "shared": 1.493,
    "numbers": 0.792,
    "distance": -1.836,
    "context": 3.935,
    "one quotes": -0.322,
    "opening": 1.952,
    "unique": 0.55,
    "quotation": 2.231,
}
ALONE_BIAS = -4.46
#: A pair among all others, given what they score alone.
AMONG = {
    "containment": 1.159,
    "shared": 1.236,
    "numbers": 0.451,
    "context": 1.533,
    "one quotes": -0.238,
    "unique": 0.186,
    "quotation": 1.051,
    "outdone": -0.22,
    "rank": -0.088,
    "rivals": -0.146,
    "left": -0.099,
    "less left": 0.123,
    "step": 0.105,
    "steps": 0.475,
    "near": 0.547,
    "beside": 1.136,
    "third against": -1.784,
    "told": 3.403,
}
AMONG_BIAS = -4.474
#: The score from which a pair is a link.
LINKED = 0.42
