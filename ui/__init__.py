"""Every way in: command line and web page; no logic of its own."""
