"""Whether everybody can read a file: what can be decided by program of the rules of Word's Accessibility Checker and
of Section 508, as the federal agencies' working group on accessible documents tests Word files for it."""
