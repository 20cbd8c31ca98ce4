"""Writers paint what was decided before them; one folder or module for each output format."""
