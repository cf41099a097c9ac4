"""What a report calls things: compounds, acronyms, official names, capitals, resolutions."""
