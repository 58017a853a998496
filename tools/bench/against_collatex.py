"""CollateX on the texts of a cluster, in an environment of its own. CollateX is GPL: it is run beside, not used.

As a script, ``python against_collatex.py near|exact FILE.json``, it is what is measured; the file is a list of texts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

#: Where CollateX is installed, and not Variorum.
ENVIRONMENT = Path(".venv-bench")


def interpreter() -> Path:
    """The Python of an environment that has CollateX; made at the first call, from the package registry."""
    python = ENVIRONMENT / "bin" / "python"
    if not (ENVIRONMENT / ".ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "collatex", "Levenshtein"]
        done = subprocess.run(install, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"CollateX can't be installed to compare with:\n{done.stderr}")
        (ENVIRONMENT / ".ready").touch()
    return python


def main() -> None:
    """Collate: every text is a witness; with "near" words that are spelt nearly alike match too."""
    import collatex  # installed in that environment only

    near = sys.argv[1] == "near"
    collation = collatex.Collation()
    for number, text in enumerate(json.loads(Path(sys.argv[2]).read_text("utf-8")), 1):
        collation.add_plain_witness(f"v{number}", text)
    print(collatex.collate(collation, output="json", segmentation=not near, near_match=near))


if __name__ == "__main__":
    main()
