"""What is left to do: tasks, errands, printouts, misuse, the case note."""
