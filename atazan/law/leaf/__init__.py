"""The text of a law as its pages show it: numbers in the margin, words beside them."""
