"""Pictures: files that somebody names become values that both writers can take, or problems."""
