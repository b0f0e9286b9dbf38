"""What a law still says by an earlier Constitution: bodies that are gone, old numbers; provisions
that repeat or rest on ones held unconstitutional; and the concordance of the Constitutions."""
