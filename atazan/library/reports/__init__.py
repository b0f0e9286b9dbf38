"""Reports of the library: one content, shown as a page, a PDF, a Word file or JSON."""
