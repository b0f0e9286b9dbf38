"""Decisions in the forms others read: CODICES précis, Akoma Ntoso, JSON, CSV, all in one archive.

Only the public register of decisions is read; nothing sealed is opened.
"""
