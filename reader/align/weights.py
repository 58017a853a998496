"""What the features weigh. Written by tools/fit_links.py; change it by running that.

From 21 labelled clusters, cross-validated by cluster in three divisions:
cross-validated links: F1 0.771, precision 0.797, recall 0.746
cross-validated links: F1 0.759, precision 0.778, recall 0.741
cross-validated links: F1 0.756, precision 0.784, recall 0.730
of links scored 0.9 and more, 0.964 are right
"""

from __future__ import annotations

#: A pair by itself.
ALONE = {
    "containment": 2.046,
    "shared": 1.657,
    "numbers": 0.837,
    "distance": -1.888,
    "context": 3.728,
    "one quotes": -0.334,
    "opening": 1.794,
    "unique": 0.617,
    "quotation": 2.265,
}
ALONE_BIAS = -5.051
#: A pair among all others, given what they score alone.
AMONG = {
    "containment": 1.32,
    "shared": 1.303,
    "numbers": 0.505,
    "context": 1.391,
    "one quotes": -0.231,
    "unique": 0.206,
    "quotation": 1.09,
    "outdone": -0.214,
    "rank": -0.092,
    "rivals": -0.176,
    "left": -0.032,
    "less left": 0.068,
    "step": 0.236,
    "steps": 0.239,
    "near": 0.531,
    "beside": 1.169,
    "third against": -1.678,
    "told": 3.255,
}
AMONG_BIAS = -4.715
#: The score from which a pair is a link.
LINKED = 0.43
