"""What is said of a site, in Markdown."""
