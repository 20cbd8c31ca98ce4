"""A picture of the spec → `ImageFigure`: its pixels, what it shows in words, its note."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.conventions.sayings import Conventions
from reportgen.model.block import Caption, ImageFigure
from reportgen.model.inline import Inlines, Text, plain
from reportgen.model.picture import Picture
from reportgen.origins import BlockId
from reportgen.prose.scope import Scope
from reportgen.resolve.ledger import Ledger
from reportgen.resolve.words import line
from reportgen.roles import Role
from reportgen.spec.blocks import ImageBlock
from reportgen.spec.files import path_of
from reportgen.spec.width import Width


def image_figure(
    part: ImageBlock,
    block: BlockId,
    caption: Caption | None,
    pictures: Mapping[str, Picture],
    scope: Scope,
    conventions: Conventions,
    ledger: Ledger,
) -> ImageFigure | None:
    """Return the figure of a picture; None where there is no picture, which is told by whoever reads pictures."""
    alt = plain(line(part.alt, scope, block, ledger)) if part.alt is not None else ""
    notes: tuple[Inlines, ...] = ()
    if part.note is not None and (said := line(part.note, scope, block, ledger)):
        notes = ((Text(conventions.note), *said),)
    picture = pictures.get(path_of(part.image))
    if picture is None:
        return None
    words = alt or (plain(caption.inlines) if caption else "")
    width = part.extent or Width()
    return ImageFigure(block, Role.FIGURE, part.span, picture, words, width.share, width.length, caption, notes)
