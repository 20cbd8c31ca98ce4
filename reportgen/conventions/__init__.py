"""What is said around content: heading numbers, labels, reference wording. A set of conventions is one YAML file."""
