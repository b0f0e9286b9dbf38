"""Accounts: who may sign in and how, in which roles, and the demo accounts.

Citizens open an account themselves, with a password or a passkey; staff get theirs from the
technical administrator and work only behind a second factor. The ceremony is django-allauth's;
its words, its pages and what an account means here are ours.
"""
