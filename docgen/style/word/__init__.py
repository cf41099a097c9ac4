"""Word templates as a style meets them: opened with care, read for their looks, compared, and written as a style."""
