"""What stands before an operation: masks, what they let through, and what a compiler leaves of them."""
