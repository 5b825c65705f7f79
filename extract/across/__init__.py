"""Papers compared with one another: who is the same officer in several papers."""
