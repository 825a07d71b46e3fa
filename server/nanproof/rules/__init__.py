"""The rules: one a file, with its documentation and its check."""
