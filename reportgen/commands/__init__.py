"""The commands, a module for each or for a few that belong together; `cli` puts them under one name."""
