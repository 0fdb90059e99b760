"""What happens: commands, handlers, jobs and the ports they need."""
