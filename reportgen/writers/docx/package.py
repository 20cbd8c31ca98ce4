"""The package: parts, relationships and content types through python-docx; equal input gives equal bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from reportgen.values import dataclass

_STAMP = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A part: its path, its content type, its bytes, and what it relates to by relationship id.

    `relations` gives the type and the part, `links` the addresses outside.
    """

    path: str
    content_type: str
    content: bytes
    relations: Mapping[str, tuple[str, Piece]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def packed(roots: Mapping[str, tuple[str, Piece]]) -> bytes:
    """Return the file that holds `roots` (relationship type and part, by id) and all that they relate to."""
    package = Package()
    made: dict[str, Part] = {}
    for identity, (kind, piece) in roots.items():
        package.rels.add_relationship(kind, _part(piece, package, made), identity)
    stream = BytesIO()
    package.save(stream)
    return _restamped(stream.getvalue())


def _part(piece: Piece, package: Package, made: dict[str, Part]) -> Part:
    """Return the part of a piece; two pieces with one path are one part."""
    if piece.path in made:
        return made[piece.path]
    part = made[piece.path] = Part(PackURI(piece.path), piece.content_type, piece.content, package)
    for identity, (kind, other) in piece.relations.items():
        part.rels.add_relationship(kind, _part(other, package, made), identity)
    for identity, address in piece.links.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, identity, is_external=True)
    return part


def _restamped(archive: bytes) -> bytes:
    """Return the same members in the same order without the time at which they were written."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = ZipInfo(name, _STAMP)
            member.compress_type = ZIP_DEFLATED
            member.create_system = _UNIX
            new.writestr(member, old.read(name))
    return stream.getvalue()


__all__ = ["CONTENT_TYPE", "RELATIONSHIP_TYPE", "Piece", "packed"]
