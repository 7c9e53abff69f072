"""The event register as it is asked: tellings merged to events, filtered, listed, exported."""
