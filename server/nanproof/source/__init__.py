"""Text as bytes, its lines, its tree, its positions; the only place where files are read."""
