"""The expression language of text: data said in words, every number of it tied to its cells."""
