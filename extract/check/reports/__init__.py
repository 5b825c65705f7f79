"""The result of a check as a person or a program reads it: one module a form."""
