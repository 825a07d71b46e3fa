"""Where an operation with a restricted domain stands: calls and operators, with the operand that has the domain."""
