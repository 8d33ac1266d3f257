"""What lies in a folder that anybody may put files into, read with care: regular files of that folder, nothing else."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

from pipeline.text.normalise import without_controls

_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class NotReadableError(OSError):
    """A file that is not read; `strerror` says why, in words that follow its name."""

    def __str__(self) -> str:
        return f"{self.filename}: {self.strerror}"


def read_regular(path: Path, most: int) -> bytes:
    """The bytes of a regular file inside the folder that its path names. Neither waits nor reads without end.

    OSError where it cannot be opened, NotReadableError where it is no regular file, has more than `most` bytes, or is
    a symbolic link that leaves the folder: what it leads to was never meant to be shown.
    """
    place = os.path.realpath(path, strict=True)
    if not Path(place).is_relative_to(os.path.realpath(path.parent)):
        raise _not(path, "is a symbolic link that leaves its folder: put the file itself there")
    _regular(path, os.stat(place))  # before it is opened: to open a device may start something
    # Without waiting, and no link again: what lies there may have been changed since.
    descriptor = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _regular(path, status)
        payload = b"" if status.st_size > most else file.read(most + 1)
    size = max(status.st_size, len(payload))
    if size > most:
        raise _not(path, f"has {size / 1e6:.0f} MB, more than the {most // 1_000_000} MB of the largest file: split it")
    return payload


def odd_name(name: str) -> str:
    """What is wrong with the name of a file, "" for nothing: it stands in tables, addresses and lines of its own."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "has a name that is not UTF-8: rename it"
    if without_controls(name) != name or "\t" in name or "\n" in name:
        return "has control characters in its name: rename it"
    return ""


def _regular(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        what = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
        raise _not(path, f"is {what}, not a file of text")


def _not(path: Path, why: str) -> NotReadableError:
    return NotReadableError(errno.EINVAL, why, str(path))
