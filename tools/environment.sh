#!/bin/sh
# Make a virtual environment with Variorum in it: environment.sh FOLDER [GROUP]
# GROUP is a dependency group of pyproject.toml, "dev" for the tools and the tests.
set -eu
folder=$1
group=${2:-}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

if [ ! -x "$folder/bin/python" ] || ! new_enough "$folder/bin/python"; then
    chosen=
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
            chosen=$candidate
            break
        fi
    done
    if [ -z "$chosen" ]; then
        echo "Variorum needs Python 3.11 or newer; found none. Install one, or name it: PYTHON=/path/to/python3.12 make" >&2
        exit 1
    fi
    if ! "$chosen" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$chosen can't make virtual environments here. On Debian and Ubuntu: apt-get install python3-venv" >&2
        exit 1
    fi
    echo "Making $folder with $("$chosen" --version) ..."
    rm -rf "$folder"
    "$chosen" -m venv "$folder"
fi

log=$folder/install.log
echo "Installing Variorum${group:+ and its $group tools} into $folder ..."
# --group came with pip 25.1, which is newer than the pip of most Pythons.
if ! {
    "$folder/bin/python" -m pip install --quiet --upgrade "pip>=25.1" &&
        "$folder/bin/python" -m pip install --quiet --editable . ${group:+--group "$group"} &&
        # Compiled once here: where PYTHONDONTWRITEBYTECODE is set, every start would compile everything again.
        env -u PYTHONDONTWRITEBYTECODE "$folder/bin/python" -m compileall -q reader &&
        env -u PYTHONDONTWRITEBYTECODE "$folder/bin/variorum" report examples/* >/dev/null
} >"$log" 2>&1; then
    cat "$log" >&2
    echo "Installing failed; the messages are above and in $log. Is the package registry reachable?" >&2
    exit 1
fi
