"""Made-up petitions that go the whole way through the real commands: for showing and for load."""
