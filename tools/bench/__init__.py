"""``make bench``: how long things take, beside something else that was run in the same minutes on the same machine."""
