"""Where the logo stands: fitted into the box that the theme keeps for it, without changing its shape."""

from __future__ import annotations

from reportgen.model.geometry import Logos, PlacedPicture
from reportgen.model.picture import Picture
from reportgen.theme.look import Alignment, PageLook, Theme

_SHIFT = {Alignment.LEFT: 0.0, Alignment.JUSTIFY: 0.0, Alignment.CENTER: 0.5, Alignment.RIGHT: 1.0}
_SUNK = 0.25
"""How far the logo in a running head reaches below the words' baseline, as a part of its height."""


def logos(picture: Picture | None, theme: Theme) -> Logos:
    """Return the places of the logo in a document of `theme`; none where there is no picture."""
    if picture is None:
        return Logos()
    look, cover, page = theme.logo, theme.cover, theme.page
    if cover.shown:
        box = (cover.logo_width, cover.logo_height)
        first = _placed(picture, look.alt, box, cover.logo_align, cover.logo_top, page)
    else:
        first = _placed(picture, look.alt, (look.width, look.height), look.align, look.top, page)
    if not look.running:
        return Logos(first)
    return Logos(first, _running(picture, theme, page), _running(picture, theme, page.turned))


def _running(picture: Picture, theme: Theme, page: PageLook) -> PlacedPicture:
    look = theme.logo
    top = page.header - (1 - _SUNK) * look.running
    return _placed(picture, look.alt, (look.width, look.running), look.align, top, page)


def _placed(
    picture: Picture, alt: str, box: tuple[float, float], align: Alignment, top: float, page: PageLook
) -> PlacedPicture:
    ratio = picture.width / picture.height
    width = min(box[0], box[1] * ratio, page.measure)
    height = width / ratio
    x = page.left + _SHIFT[align] * (page.measure - width)
    return PlacedPicture(picture, alt, x, top + (box[1] - height) / 2, width, height)
