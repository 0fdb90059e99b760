"""Small tools the Makefile calls."""
