"""Who answers the server logic's questions: an immutable simulated server, or a real one."""
