"""One module per format: events → bytes."""
