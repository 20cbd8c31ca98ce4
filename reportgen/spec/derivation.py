"""How a spec derives from another: its base, and the steps that change the base's content.

Only what an author may write is said here; `layers`, `merging` and `changing` do it.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator

from reportgen.origins import SourceText
from reportgen.spec import messages
from reportgen.spec.blocks import ArticleBlock, Body, SectionBlock
from reportgen.spec.part import Part, Unread
from reportgen.yaml_source import ONE_OR_MORE, Refused


class KeepStep(Part):
    """Keep (保留): only these blocks stay, with what they hold and what holds them."""

    kind = "keep"

    keep: Annotated[tuple[SourceText, ...], ONE_OR_MORE, Field(description="ids of the base (留下哪几块)")]


class DropStep(Part):
    """Drop (去掉): these blocks go, with what they hold. References to them go with their brackets."""

    kind = "drop"

    drop: Annotated[tuple[SourceText, ...], ONE_OR_MORE, Field(description="ids of the base (去掉哪几块)")]


class SetStep(Part):
    """Set (改写): its other keys take the place of the same keys of one block."""

    kind = "set"

    set: Annotated[SourceText, Field(description="an id of the base (哪一块)")]
    unread: Annotated[Unread | None, Field(exclude=True, description="the keys of the block")] = None


class ReplaceStep(Part):
    """Replace (替换): other blocks stand in place of one block."""

    kind = "replace"

    replace: Annotated[SourceText, Field(description="an id of the base (哪一块)")]
    with_: Annotated[
        tuple[SectionBlock | ArticleBlock | Body, ...], Field(alias="with", description="blocks (换成什么)")
    ]


class BesideStep(Part):
    """A step that says where: before a block, or after it."""

    before: Annotated[SourceText | None, Field(description="an id: the place is before it (放在谁前面)")] = None
    after: Annotated[SourceText | None, Field(description="an id: the place is after it (放在谁后面)")] = None

    @model_validator(mode="after")
    def _one_place(self) -> BesideStep:
        if (self.before is None) is (self.after is None):
            raise Refused(messages.BEFORE_OR_AFTER)
        return self


class MoveStep(BesideStep):
    """Move (移动): a block with what it holds goes before or after another."""

    kind = "move"

    move: Annotated[SourceText, Field(description="an id of the base (哪一块)")]


class InsertStep(BesideStep):
    """Insert (插入): new blocks before or after another."""

    kind = "insert"

    insert: Annotated[tuple[SectionBlock | ArticleBlock | Body, ...], Field(description="the new blocks (插入什么)")]


Step: TypeAlias = KeepStep | DropStep | SetStep | ReplaceStep | MoveStep | InsertStep


class Derivation(Part):
    """What makes a spec a derived one (派生): its base, and what changes in it."""

    extends: Annotated[str | None, Field(description="the spec that this one derives from, a path (底本)")] = None
    renumber: Annotated[bool, Field(description="drop the numbers that the base pins (不要底本钉住的编号)")] = False
    changes: Annotated[tuple[Step, ...], Field(description="steps, one after the other (依次执行的改动)")] = ()


class OverlayHead(Derivation):
    """The keys of a derived spec that are its own; what else it says is merged into its base first."""

    unread: Annotated[Unread | None, Field(exclude=True, description="what is merged")] = None
