#!/bin/sh
# Open an example in the reader; where there is no terminal to read on, print its report instead: demo.sh VARIORUM
set -eu
example=harbour-ferry
if [ -t 0 ] && [ -t 1 ] && [ -t 2 ] && [ -z "${CI:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    exec "$1" --example "$example"
fi
echo "No terminal to read on, so here is the report. In a terminal, make demo opens the reader."
echo
exec "$1" report --example "$example" --format markdown
