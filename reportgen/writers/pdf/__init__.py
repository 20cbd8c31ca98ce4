"""Paints pages as an archival, tagged PDF. Decides nothing: every position comes from layout."""
