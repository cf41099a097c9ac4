"""Whether Word takes a file as it is: what schemas say, and what only shows when the parts are held side by side."""
