"""Everything that speaks Microsoft's HTTP: tokens, the Bot Connector, Graph, and tokens checked."""
