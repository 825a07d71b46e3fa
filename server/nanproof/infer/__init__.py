"""From an expression to the values that it can take, and the way they came."""
