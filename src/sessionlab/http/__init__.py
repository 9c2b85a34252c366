"""The wire: messages, header lists, URLs, origins and sites."""
