"""The resolved document and what layout makes of it: frozen values in a small closed set, and nothing else."""
