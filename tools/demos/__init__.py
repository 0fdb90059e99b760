"""One play for each of the three guidelines: steps in their order, each with its evidence."""
