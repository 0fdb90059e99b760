"""The conversation: activity in, command; the command's outcome, message out."""
