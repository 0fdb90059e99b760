"""``make chaos``: the product as two replicas that are killed, over a database and a Microsoft that fail."""
