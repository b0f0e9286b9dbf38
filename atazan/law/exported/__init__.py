"""A text of the law in the forms others read: Akoma Ntoso 3.0, Markdown in git, JSON."""
