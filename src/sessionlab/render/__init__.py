"""Values turned into what people and programs read: sentences, HTTP text, JSON."""
