"""Many builds in one run: from a batch file to jobs, through workers, to outputs, a manifest and a summary."""
