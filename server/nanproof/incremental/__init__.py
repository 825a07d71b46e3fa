"""What was found out of a text and holds in its next version as well."""
