"""From files to a library in step with them: read, described, cut, encoded, written, current."""
