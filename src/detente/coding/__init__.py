"""From words to events: one room for each question that an event must answer."""
