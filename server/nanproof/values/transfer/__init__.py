"""The range of an operation's result from the ranges of its operands: one pure function a kind of operation."""
