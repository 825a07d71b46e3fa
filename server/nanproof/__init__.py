"""Find the operation that will turn the loss into NaN or Inf, explain it, and mend it."""

__version__ = "0.1.0"
