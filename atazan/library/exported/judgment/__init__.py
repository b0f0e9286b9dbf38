"""A decision as an Akoma Ntoso 3.0 judgment: written, valid by the schema of OASIS, read back."""
