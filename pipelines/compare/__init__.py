"""Events, calls, projects and documents side by side, each cell cited."""
