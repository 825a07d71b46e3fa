"""What may be said of a site, how strongly, and in which words: what a finding is, and what a rule is."""
