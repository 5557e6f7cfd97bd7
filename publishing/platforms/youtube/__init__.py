"""YouTube, in plain HTTP: one film a session, and never two of it."""
