"""Faces: where they lie, which characters they have, how wide those are, and their subsets for a PDF."""
