"""``make fuzz``: anything at all over the public routes; no 5xx by content, no side effect, no leak."""
