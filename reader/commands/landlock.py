"""Landlock: the Linux kernel keeps this process to some folders, whatever the code in it does.

https://docs.kernel.org/userspace-api/landlock.html; numbers from linux/landlock.h. It can be narrowed and never lifted.
"""

from __future__ import annotations

import ctypes
import os
import platform
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

#: The same on every architecture but alpha.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
#: All rights on files that a version knows: by version, the first of them 1.
_ALL = ((1 << 13) - 1, (1 << 14) - 1, (1 << 15) - 1)
_READ = _READ_FILE | _READ_DIR
_WRITE = _READ | _WRITE_FILE | _TRUNCATE | _REMOVE_FILE | _REMOVE_DIR | _MAKE_DIR | _MAKE_REG
_OF_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
#: Binding and connecting TCP sockets, from version 4 on.
_NETWORK = 0b11
#: Abstract sockets of other processes, and signals to them, from version 6 on.
_SCOPES = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version() -> int:
    """The kernel's version of Landlock; 0 where it has none."""
    if platform.system() != "Linux" or platform.machine() == "alpha":
        return 0
    return max(_call(_CREATE_RULESET, None, 0, _VERSION), 0)


def confine(readable: Iterable[Path], writable: Iterable[Path]) -> bool:
    """From now on this thread, and what it starts, reads and writes nothing but what lies at or below some paths.

    It runs no program, opens no TCP connection and sends no signal to another process, as far as the kernel's version
    of Landlock can forbid that. What is open stays open. writable: may be read too. Paths that are not there count for
    nothing. Returns whether it holds: False where the kernel has no Landlock, or it is switched off.
    """
    known = version()
    if not known:
        return False
    all_rights = _ALL[min(known, len(_ALL)) - 1]
    rules = _Ruleset(all_rights, _NETWORK if known >= 4 else 0, _SCOPES if known >= 6 else 0)
    size = 8 * (3 if known >= 6 else 2 if known >= 4 else 1)
    ruleset = _call(_CREATE_RULESET, ctypes.byref(rules), size, 0)
    if ruleset < 0:
        return False
    try:
        for path in readable:
            _allow(ruleset, path, _READ & all_rights)
        for path in writable:
            _allow(ruleset, path, _WRITE & all_rights)
        ctypes.CDLL(None).prctl(*(ctypes.c_ulong(word) for word in (_NO_NEW_PRIVILEGES, 1, 0, 0, 0)))
        return _call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        folder = os.open(path, getattr(os, "O_PATH", os.O_RDONLY) | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(folder).st_mode):
            rights &= _OF_FILES
        beneath = _Beneath(rights, folder)
        _call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(beneath), 0)
    finally:
        os.close(folder)


def _call(number: int, *words: object) -> int:
    library = ctypes.CDLL(None, use_errno=True)
    # Every argument as wide as a register: a variadic function takes them from there.
    wide = [ctypes.c_long(word) if isinstance(word, int) else word for word in words]
    return int(library.syscall(ctypes.c_long(number), *wide))
