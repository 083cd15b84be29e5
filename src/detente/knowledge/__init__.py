"""What detente knows before it reads: states, leaders, organisations, offices, places and the codebook, as tables."""
