"""How a named person grants or refuses, alone or with another, and what follows from it."""
