"""Answers that a language model writes from numbered passages; not loaded without one."""
