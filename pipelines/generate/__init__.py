"""Answers that a language model writes from numbered passages; nothing here is loaded without one."""
