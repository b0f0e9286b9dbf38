"""The rights view: for each right of the Constitution of a day, the decisions that shaped it."""
