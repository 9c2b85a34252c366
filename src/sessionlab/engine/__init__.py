"""The server's session logic: generators that ask for what they cannot know, and answer a request."""
