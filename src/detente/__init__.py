"""Who did what to whom: reads accounts of how states deal with each other into a sourced record of events."""
