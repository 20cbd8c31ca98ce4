"""reportgen measured beside its peers, in the same run, on the same work. See the README in this folder."""
