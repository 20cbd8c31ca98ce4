"""A first spec from a workbook: what `init` writes for an editor to go on with."""
