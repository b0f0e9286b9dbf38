"""Précis for CODICES and the Bulletin on Constitutional Case-Law: as a Word file, XML and JSON."""
