"""The command line."""

from __future__ import annotations

import argparse
import json
import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="variorum")
    parser.add_argument("words", nargs="*")
    parser.add_argument("--format", default="json")
    args = parser.parse_args(argv)
    import reader

    if args.words and args.words[0] == "report":
        print(json.dumps(reader.to_dict(reader.collate(reader.load(*args.words[1:]))), ensure_ascii=False))
        return 0
    print("no reader yet", file=sys.stderr)
    return 2
