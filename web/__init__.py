"""Pages and paths: the in-meeting notice, health, metrics, errors, and the table of contents."""
