"""How a report looks: faces, sizes, colours, spacing, page furniture. A theme is one YAML file."""
