"""The thesaurus for others: as SKOS, as JSON, and found by words in any of the three languages."""
