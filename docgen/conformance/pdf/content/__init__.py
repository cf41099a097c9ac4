"""What the pages paint: all of it either in the structure, once and in one place, or none of the text; and in words."""
