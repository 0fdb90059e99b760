"""Tables, queries, migrations, the journal, field encryption and the job engine."""
