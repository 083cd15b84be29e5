"""Documents in: from a file to text with offsets, and from text to parsed sentences."""
