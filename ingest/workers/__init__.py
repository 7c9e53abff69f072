"""Worker processes: what a file does to its reader, it does to a process that can be spared.

A reader of PDFs is a large C library, and a file can be made to crash it, to fill the memory or to
keep it busy for ever. So files are read in processes of their own, each with limits. A worker that
dies or is too slow costs the one file it had; the next file gets a fresh worker.
"""
