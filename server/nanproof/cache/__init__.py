"""What earlier runs of the terminal found, kept on the disk for as long as all that it rests on is as it was."""
