"""How a wish or a notice comes in, from citizens, employees and units."""
