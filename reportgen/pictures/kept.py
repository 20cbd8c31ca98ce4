"""Pictures that earlier runs made ready, kept by what their files held: a night of briefings reads a photograph once.

Another version of Pillow may write other bytes, and so has entries of its own.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from reportgen import keeping
from reportgen.model.picture import Picture, PictureFormat

_SHELF = keeping.Shelf("picture", 1, entries=200, size=200_000_000)


def key_of(data: bytes) -> str:
    """Return what the picture of a file with the bytes `data` is kept under."""
    return sha256(version("pillow").encode("ascii") + b"\n" + data).hexdigest()


def kept(folder: Path, key: str) -> Picture | None:
    """Return the picture that is kept under `key`, or None where there is no sound one."""
    match keeping.load(folder, _SHELF, key):
        case {
            "format": str(form),
            "data": str(encoded),
            "width": int(width),
            "height": int(height),
            "grey": bool(grey),
        } if form in list(PictureFormat):
            try:
                data = b64decode(encoded, validate=True)
            except ValueError:
                return None
            return Picture(PictureFormat(form), data, width, height, grey, sha256(data).hexdigest())
        case _:
            return None


def keep(folder: Path, key: str, picture: Picture) -> None:
    """Keep a picture under `key`."""
    form = {
        "format": picture.format.value,
        "data": b64encode(picture.data).decode("ascii"),
        "width": picture.width,
        "height": picture.height,
        "grey": picture.grey,
    }
    keeping.store(folder, _SHELF, {key: form})
