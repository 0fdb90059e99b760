"""Who may what: the table, who somebody is to a row, and the gate that every press goes through."""
