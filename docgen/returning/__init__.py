"""Returning: what comes back of a finished file that others have edited, told by what docgen wrote into it."""
