"""Places: how they are named, and which is the document's or the event's."""
