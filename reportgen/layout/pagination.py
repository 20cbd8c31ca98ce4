"""Breaks a column of stacks into pages. Knows heights and keep rules, and nothing of text, faces or tables.

A stack is a block cut into strips that never break: the lines of a paragraph, the rows of a table, a whole figure. The
rules: a stack breaks only where enough strips stay on both sides (widows and orphans); a stack that is kept with the
next stands on the page of the next one's first strips; a figure that does not fit floats to the top of the next page
while the text after it, up to the end of its article, fills the page it left; no heading passes a figure where the next
page would then have more figures than fit; a footnote stands at the foot of the page that its marker is on; a wide
table stands on a turned page, with nothing but other wide tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.values import dataclass

TOLERANCE = 0.01
"""How much (pt) the strips of a page may be higher than the page: rounding, and nothing that shows."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A block as pagination sees it: the heights of its strips in pt, from the top down, and what keeps it together.

    `before` is the space above, ignored at a page's top; `after` the space below, ignored at a page's foot. A break
    leaves at least `foot` strips before it and `top` strips after it. `again` is the height of what is repeated above
    the strips of a continuation, `closing` that of what closes each part but the last. `floats` marks a figure, `fills`
    text that may fill the hole which a figure leaves. `new_page` begins a page. `feet` are the heights of the footnotes
    whose markers stand in each strip, empty where there are none at all. `wide` asks for a turned page.
    """

    heights: tuple[float, ...]
    before: float = 0.0
    after: float = 0.0
    foot: int = 1
    top: int = 1
    again: float = 0.0
    keep_next: bool = False
    floats: bool = False
    fills: bool = False
    new_page: bool = False
    closing: float = 0.0
    feet: tuple[float, ...] = ()
    wide: bool = False

    @property
    def breakable(self) -> bool:
        """Whether there is any place for a break."""
        return len(self.heights) >= self.foot + self.top

    def foot_of(self, strip: int) -> float:
        """Return the height of the footnotes of a strip."""
        return self.feet[strip] if self.feet else 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Strips `start` up to `stop` of a stack on a page (from 0); `y` is their top, in pt below the top of the text.

    On a continuation (`start` > 0) `y` is the top of what is repeated above the strips.
    """

    stack: int
    start: int
    stop: int
    page: int
    y: float


def paginate(
    stacks: Sequence[Stack], depth: float, *, turned: float | None = None, separator: float = 0.0
) -> tuple[Placed, ...]:
    """Return where the strips of `stacks` stand on pages whose text is `depth` pt high, page by page from the top down.

    `turned` is the depth of a turned page, `separator` what parts the footnotes of a page from its text. A strip higher
    than a page, or what cannot be kept together on a page of its own, is placed all the same.
    """
    pager = _Pager(stacks, depth, depth if turned is None else turned, separator)
    for index in range(len(stacks)):
        pager.set(index)
    pager.flush()
    return tuple(pager.placed)


class _Pager:
    """The page that is being filled, its text and its footnotes, and the figures that wait for the next one."""

    def __init__(self, stacks: Sequence[Stack], depth: float, turned: float, separator: float) -> None:
        self._stacks = stacks
        self._depths = {False: depth + TOLERANCE, True: turned + TOLERANCE}
        self._separator = separator
        self._follows = _follows(stacks, separator, self._depths[False])
        self._page = 0
        self._wide = False
        self._y = 0.0
        self._feet = 0.0
        self._waiting: list[int] = []
        self.placed: list[Placed] = []

    @property
    def _depth(self) -> float:
        """How deep the text of the page may be."""
        return self._depths[self._wide] - self._feet

    def set(self, index: int) -> None:
        """Place a stack, or let it wait."""
        stack = self._stacks[index]
        if stack.wide is not self._wide:
            self._turn_over()
        if stack.new_page or (self._waiting and not stack.floats and not self._passes(index)):
            self.flush()
        if stack.new_page and self._y > 0:
            self._turn()
        if stack.floats and self._y > 0:
            fits = self._y + stack.before + sum(stack.heights) <= self._depth
            if self._waiting or not fits:
                self._waiting.append(index)
                return
        self._place(index)

    def _passes(self, index: int) -> bool:
        """Whether a stack may stand before the figures that wait.

        One that is kept with the next passes only with it; and it begins a part of the text whose own figures, of which
        there may be some, must find room on the next page below those that wait.
        """
        last = index
        while last + 1 < len(self._stacks) and self._stacks[last].keep_next:
            last += 1
        chain = self._stacks[index : last + 1]
        if not all(stack.fills for stack in chain):
            return False
        if last == index:
            return True
        figures = list(self._waiting)
        for other in range(last + 1, len(self._stacks)):
            stack = self._stacks[other]
            if stack.floats:
                figures.append(other)
            elif stack.keep_next or not stack.fills:
                break
        return (
            sum(self._stacks[each].before + sum(self._stacks[each].heights) for each in figures) <= self._depths[False]
        )

    def flush(self) -> None:
        """Turn pages until no figure waits."""
        while self._waiting:
            self._turn()

    def _turn_over(self) -> None:
        """Go on on a page that lies the other way."""
        self.flush()
        if self._y > 0:
            self._turn()
        self._wide = not self._wide

    def _turn(self) -> None:
        self._page += 1
        self._y = self._feet = 0.0
        while self._waiting:
            stack = self._stacks[self._waiting[0]]
            if self._y > 0 and self._y + stack.before + sum(stack.heights) > self._depth:
                return
            self._emit(self._waiting.pop(0), 0, len(stack.heights))

    def _place(self, index: int) -> None:
        stack = self._stacks[index]
        start, count = 0, len(stack.heights)
        if not count:
            self._emit(index, 0, 0)
        while start < count:
            stop = self._stop(index, start)
            if stop > start:
                self._emit(index, start, stop)
                start = stop
            if start < count:
                self._turn()

    def _stop(self, index: int, start: int) -> int:
        """Return the strip before which the page ends; `start` where nothing of the stack may stand on this page."""
        stack = self._stacks[index]
        count = len(stack.heights)
        y = self._y + (stack.again if start else stack.before if self._y > 0 else 0.0)
        fitting = start
        depth = self._depth
        for strip, height in enumerate(stack.heights[start:], start + 1):
            left = depth - self._more_feet(stack.foot_of(strip - 1), depth)
            if y + height + (stack.closing if strip < count else 0.0) > left:
                break
            y += height
            depth = left
            fitting += 1
        if fitting == count:
            follows = self._follows[index]
            if not follows or y + stack.after + follows <= depth:
                return count
        stop = min(fitting, count - stack.top)
        if stop - start >= stack.foot:
            return stop
        if self._y > 0:
            return start
        return max(fitting, start + 1)

    def _more_feet(self, feet: float, depth: float) -> float:
        """Return what footnotes take of a page that has `depth` left; the first ones take the separator with them."""
        if not feet:
            return 0.0
        return feet + (self._separator if depth == self._depths[self._wide] else 0.0)

    def _emit(self, index: int, start: int, stop: int) -> None:
        stack = self._stacks[index]
        y = self._y + (stack.before if start == 0 and self._y > 0 else 0.0)
        self.placed.append(Placed(index, start, stop, self._page, y))
        for strip in range(start, stop if stack.feet else start):
            self._feet += self._more_feet(stack.feet[strip], self._depth)
        room = sum(stack.heights[start:stop]) + (stack.again if start else 0.0)
        self._y = y + room + (stack.after if stop == len(stack.heights) else 0.0)


def _follows(stacks: Sequence[Stack], separator: float, depth: float) -> list[float]:
    """Return for each stack how much room must follow it on its page, the space above what follows included.

    Nothing must follow where a stack is not kept with the next, where the next begins a page anyway or is a wide table,
    which no text can stand with, and where a chain of stacks kept together would be higher than a page.
    """
    follows: list[float] = []
    following = 0.0
    for stack in reversed(stacks):
        strips = stack.foot if stack.breakable else len(stack.heights)
        feet = sum(stack.feet[:strips])
        need = stack.before + sum(stack.heights[:strips]) + feet + (separator if feet else 0.0)
        kept = stack.keep_next and not stack.breakable and need + stack.after + following <= depth
        follows.append(following if stack.keep_next and (kept or stack.breakable) else 0.0)
        need += stack.closing if stack.breakable else stack.after + following if kept else 0.0
        following = 0.0 if stack.new_page or stack.wide else need
    follows.reverse()
    return follows


def by_page(placed: Sequence[Placed]) -> Iterator[tuple[Placed, ...]]:
    """Yield what stands on each page from the top down. Within a page that is the order of the document too."""
    pages: list[list[Placed]] = [[] for _ in range(max((p.page for p in placed), default=0) + 1)]
    for place in placed:
        pages[place.page].append(place)
    for page in pages:
        yield tuple(page)
