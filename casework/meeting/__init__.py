"""What happens around and during a meeting: telling, watching, guiding, recording."""
