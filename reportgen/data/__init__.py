"""Workbooks → tables of values: items × measures × periods, whichever way they lie on the sheet."""
