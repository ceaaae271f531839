"""The document office: paper that anyone can check."""
