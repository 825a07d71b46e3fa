"""What the analysis costs for programs that grow."""
