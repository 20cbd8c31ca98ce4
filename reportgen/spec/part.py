"""`Part`: what every mapping of a spec is, and the shapes that several of them use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, InstanceOf

from reportgen.origins import SourceText, Span
from reportgen.yaml_source import ONE_OR_MORE, MappingNode


class Part(BaseModel):
    """A mapping of the spec.

    `kind` is the key that tells a part from others that may stand in the same place; `short` is the key whose value may
    stand in place of the whole mapping.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    kind: ClassVar[str | None] = None
    short: ClassVar[str | None] = None

    span: Annotated[Span, Field(exclude=True, description="where it stands in the source")]
    places: Annotated[Mapping[str, Span], Field(exclude=True, description="where its values stand, by key")] = {}

    def at(self, key: str) -> Span:
        """Return where the value of `key` stands, or the whole where it is not written."""
        return self.places.get(key, self.span)


Items: TypeAlias = Annotated[tuple[SourceText, ...] | None, ONE_OR_MORE]


Unread: TypeAlias = InstanceOf[MappingNode]
"""Keys that the spec hands on unread; another room, or another part of the spec, knows them."""
