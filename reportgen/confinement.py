"""Paths that a spec or a theme names stay under the project's root, whatever they are made of.

Whether the file is there is for whoever opens it to say. A path is judged by what it leads to, symbolic links followed.
"""

from __future__ import annotations

import os
import re
import stat
from errno import EACCES
from pathlib import Path

from reportgen.diagnostics import Message, Problem
from reportgen.origins import Span

ABSOLUTE_PATH = Message(
    "spec.absolute-path",
    zh="“{path}”是从根目录写起的路径",
    en="“{path}” is an absolute path",
    hint_zh="写成相对于本文件的路径，如 data/数据.xlsx",
    hint_en="write it relative to this file, such as data/figures.xlsx",
)
BACKSLASH = Message(
    "spec.backslash",
    zh="路径“{path}”里有反斜线 \\",
    en="the path “{path}” holds a backslash",
    hint_zh="改用斜线 /，如 {right}",
    hint_en="write slashes: {right}",
)
PATH_OUTSIDE = Message(
    "spec.path-outside-root",
    zh="“{path}”指到项目文件夹外面去了",
    en="“{path}” leads outside the project's folder",
    hint_zh="把文件放进项目文件夹，或用 --root 指定更外层的文件夹",
    hint_en="put the file into the project's folder, or name a folder further out with --root",
)
PATH_NOT_A_FILE = Message(
    "spec.path-not-a-file",
    zh="“{path}”是{kind_zh}，不是普通文件",
    en="“{path}” is {kind_en}, not a regular file",
    hint_zh="写上文件本身的名字，如 data/数据.xlsx",
    hint_en="name the file itself, such as data/figures.xlsx",
)
FOLDER_MISSING = Message(
    "spec.folder-missing",
    zh="没有“{path}”这个文件夹",
    en="there is no folder “{path}”",
    hint_zh="路径从写它的文件所在的文件夹算起",
    hint_en="the path begins at the folder of the file that names it",
)
PATH_NOT_A_FOLDER = Message(
    "spec.path-not-a-folder",
    zh="“{path}”不是文件夹",
    en="“{path}” is not a folder",
    hint_zh="写上放这些文件的文件夹，如 brand/fonts",
    hint_en="name the folder that holds the files, such as brand/fonts",
)
PATH_UNUSABLE = Message(
    "spec.path-unusable",
    zh="“{path}”不能用作路径（{reason}）",
    en="“{path}” cannot be used as a path ({reason})",
    hint_zh="改成普通的文件名，或去掉绕成一圈的符号链接",
    hint_en="give the file a plain name, or undo the circle of symbolic links",
)
_KINDS = (
    (stat.S_ISDIR, "文件夹", "a folder"),
    (stat.S_ISFIFO, "管道", "a pipe"),
    (stat.S_ISSOCK, "套接字", "a socket"),
    (stat.S_ISCHR, "设备", "a device"),
    (stat.S_ISBLK, "设备", "a device"),
)
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:")


def path_problem(path: str, folder: Path, root: Path, span: Span | None = None) -> Problem | None:
    """Return what is wrong with `path`, as a file in `folder` says it, under `root` (both resolved), or None."""
    found = _led_to(path, folder, root, span)
    if found is None or isinstance(found, Problem):
        return found
    for is_kind, zh, en in _KINDS:
        if is_kind(found.st_mode):
            return PATH_NOT_A_FILE.at(span, path=path, kind_zh=zh, kind_en=en)
    return None


def folder_problem(path: str, folder: Path, root: Path, span: Span | None = None) -> Problem | None:
    """Return what is wrong with `path` as that of a folder, which has to be there, or None."""
    found = _led_to(path, folder, root, span)
    if isinstance(found, Problem):
        return found
    if found is None:
        return FOLDER_MISSING.at(span, path=path)
    if not stat.S_ISDIR(found.st_mode):
        return PATH_NOT_A_FOLDER.at(span, path=path)
    if not os.access(folder / path, os.R_OK | os.X_OK):
        return PATH_UNUSABLE.at(span, path=path, reason=os.strerror(EACCES))
    return None


def _led_to(path: str, folder: Path, root: Path, span: Span | None) -> os.stat_result | Problem | None:
    """Return the state of what `path` leads to, None where nothing is there; or why it may lead nowhere."""
    if _ABSOLUTE.match(path):
        return ABSOLUTE_PATH.at(span, path=path)
    if "\\" in path:
        return BACKSLASH.at(span, path=path, right=path.replace("\\", "/"))
    try:
        target = (folder / path).resolve()
        if not target.is_relative_to(root):
            return PATH_OUTSIDE.at(span, path=path)
        return target.stat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RuntimeError) as error:
        # A null byte, a name that is too long, links that go in a circle.
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return PATH_UNUSABLE.at(span, path=path, reason=reason)
