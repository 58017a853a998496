"""What the features weigh. Written by tools/fit_links.py; change it by running that.

From 21 labelled clusters, cross-validated by cluster in three divisions:
cross-validated links: F1 0.774, precision 0.825, recall 0.730
cross-validated links: F1 0.773, precision 0.823, recall 0.728
cross-validated links: F1 0.771, precision 0.827, recall 0.722
of links scored 0.9 and more, 0.990 are right
"""

from __future__ import annotations

#: A pair by itself.
ALONE = {
    "weighty share": 1.791,
    "shared": 1.44,
    "phrases": -0.083,
    "longer": -0.013,
    "numbers": 0.764,
    "distance": -1.859,
    "one quotes": -0.317,
    "opening": 1.911,
    "unique": 0.553,
    "quotation": 2.514,
}
ALONE_BIAS = -3.911
#: A pair among all others, given what they score alone.
AMONG = {
    "weighty share": 0.931,
    "shared": 1.424,
    "phrases": -0.128,
    "longer": -0.015,
    "numbers": 0.365,
    "unique": 0.301,
    "quotation": 1.33,
    "outdone": -0.231,
    "rivals": -0.173,
    "steps": 0.502,
    "near": 0.528,
    "beside": 1.305,
    "third against": -3.173,
    "told": 3.292,
}
AMONG_BIAS = -4.468
#: The score from which a pair is a link.
LINKED = 0.47
