"""`spec`, `schema`, `themes`, `fonts`, `wordings`: what a spec comes to, and what there is to write and to choose."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from reportgen.commands.options import Root, Spec
from reportgen.commands.speaking import Telling, either, refuse, say
from reportgen.diagnostics import Message
from reportgen.fonts.location import face_files
from reportgen.prose.wording import BY_NAME, EVERYDAY, WORDINGS, Wording
from reportgen.roles import Role
from reportgen.spec.schema import json_schema
from reportgen.spec.show import differences, merged
from reportgen.theme.load import load_theme
from reportgen.theme.load import themes as shipped_themes
from reportgen.theme.look import Theme
from reportgen.units import PT_PER_MM
from reportgen.yaml_source import nearest

UNKNOWN_WORDING = Message(
    "usage.wording",
    zh="没有叫“{name}”的说法",
    en="there is no wording called {name!r}",
    hint_zh="{near_zh}所有的说法：{known}。",
    hint_en="{near_en}The wordings: {known}.",
)

NO_FOLDER = Message(
    "usage.folder",
    zh="没有“{folder}”这个文件夹",
    en="there is no folder {folder}",
    hint_zh="文件夹名从这里（当前的文件夹）写起；不写就列出随带的字体。",
    hint_en="Name a folder as it lies from here; without one, the faces that ship are listed.",
)


def spec(
    spec: Spec,
    root: Root = None,
    *,
    diff: Annotated[bool, typer.Option("--diff", help="只看改了什么 / only what it changes of its base")] = False,
) -> None:
    """派生的说明合起来是什么，哪一处从哪里来。 What a spec and its bases come to, and where each part is from."""
    with Telling(root or spec.parent) as telling:
        text = differences(spec, root) if diff else merged(spec, root)
        if text:
            say(text.rstrip("\n"))
    raise typer.Exit(1 if telling.failed else 0)


def schema() -> None:
    """说明文件的 JSON Schema，供编辑器补全。 The JSON Schema of specs, for editors that complete YAML."""
    say(json.dumps(json_schema(), ensure_ascii=False, indent=1))


def themes(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE…]", help="自己的主题文件 / theme files of your own")
    ] = None,
    root: Root = None,
) -> None:
    """有哪些主题，各是什么样。 The themes at hand, and what each looks like."""
    from reportgen.fonts.book import face_problems  # noqa: PLC0415 - heavy

    failed = False
    for name in (*shipped_themes(), *(files or ())):
        with Telling(root or Path()) as telling:
            say(_described(str(name), load_theme(name, face_problems, root)))
        failed = failed or telling.failed
    raise typer.Exit(1 if failed else 0)


def _described(name: str, theme: Theme) -> str:
    page, body = theme.page, theme.styles[Role.BODY]
    size = f"{page.width / PT_PER_MM:.0f} × {page.height / PT_PER_MM:.0f} mm"
    text = f"{theme.faces(body).east_asian}, {theme.faces(body).latin} {body.size:g}/{body.leading:g} pt"
    ems = page.measure / body.size
    palette = " ".join(theme.chart.palette)
    return either(
        f"{name}\t{size}，版心 {ems:.4g} 字；正文 {text}；图 {palette}",
        f"{name}\t{size}, measure {ems:.4g} em; body {text}; charts {palette}",
    )


def fonts(
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="[DIR…]", help="自备字体的文件夹 / folders with faces of your own")
    ] = None,
    *,
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="这段文字各字体缺哪些字 / which characters each lacks")
    ] = None,
) -> None:
    """有哪些字体，缺不缺字。 The faces at hand, and whether they have the characters of a text."""
    from reportgen.fonts.book import open_faces  # noqa: PLC0415 - heavy

    own = folders or []
    for folder in own:
        if not folder.is_dir():
            refuse(NO_FOLDER.at(folder=folder))
    wanted = "".join((text or "").split())
    failed = False
    for name in sorted(face_files(own)):
        with Telling(Path()) as telling:
            face = open_faces([name], own)[name]
            told = f"{face.family}\t{face.weight}"
            if wanted:
                lacking = face.uncovered(wanted)
                told += "\t" + (either(f"缺 {lacking}", f"lacks {lacking}") if lacking else either("不缺字", "has all"))
            say(f"{name}\t{told}")
        failed = failed or telling.failed
    raise typer.Exit(1 if failed else 0)


def wordings(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="只看这一个 / only this one")] = None,
) -> None:
    """竖线后面能写什么，各印出什么。 What may follow a pipe, and what each prints."""
    if name is None:
        chosen = WORDINGS
    elif name in BY_NAME:
        chosen = (BY_NAME[name],)
    else:
        near = nearest(EVERYDAY.get(name, name), tuple(BY_NAME))
        refuse(
            UNKNOWN_WORDING.at(
                name=name,
                near_zh=f"是不是想写“{near}”？" if near else "",
                near_en=f"Did you mean {near}? " if near else "",
                known=tuple(BY_NAME),
            )
        )
    say("\n\n".join(_explained(wording) for wording in chosen))


def _explained(wording: Wording) -> str:
    purpose = either(wording.purpose, f"{wording.purpose_en[0].upper()}{wording.purpose_en[1:]}.")
    examples = [f"  {{{{ {example.expression} }}}}  →  {example.prints}" for example in wording.examples]
    return "\n".join([wording.usage, f"  {purpose}", *examples])
