"""Word files: a package of XML parts -> layout."""
