"""The file as a whole: what it says of itself, and what it does."""
