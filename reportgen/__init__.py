"""Turns a declarative report spec and Excel workbooks into a bulletin: a PDF to publish and a Word file to edit."""

__version__ = "0.1.0"
