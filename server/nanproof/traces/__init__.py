"""What a framework said of a NaN, and which line of the program that means."""
