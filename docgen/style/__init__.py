"""Styles: what a brand brings, as data; fonts, pictures and the wording of languages."""
