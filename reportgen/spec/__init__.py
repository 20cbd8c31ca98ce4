"""A spec's YAML → `ReportSpec`, with the place of everything in the source."""
