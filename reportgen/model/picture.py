"""A picture as both outputs take it: PNG or JPEG in sRGB or grey, eight bits a channel, opaque, without metadata.

How a picture's file is checked and brought into this form is the business of `pictures`.
"""

from __future__ import annotations

from enum import StrEnum

from reportgen.values import dataclass


class PictureFormat(StrEnum):
    """How the pixels are kept, by the file's ending: without loss, or as a photograph."""

    PNG = "png"
    JPEG = "jpeg"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its file's bytes, its size in pixels, whether it is grey, and the digest of the bytes (SHA-256, hex).

    A PNG is not interlaced and has no palette, so that its compressed rows can stand in a PDF as they are.
    """

    format: PictureFormat
    data: bytes
    width: int
    height: int
    grey: bool
    digest: str
