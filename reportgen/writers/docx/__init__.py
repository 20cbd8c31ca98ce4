"""Writes a Word file: real styles, live numbers and fields, native charts. It paints and decides nothing."""

from reportgen.writers.docx.write import write_docx

__all__ = ["write_docx"]
