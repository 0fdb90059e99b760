"""Every sentence a person reads, and the data those sentences are filled with."""
