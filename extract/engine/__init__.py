"""The engine of a batch: what is to be read, where it is read, and that nothing can stop the rest."""
