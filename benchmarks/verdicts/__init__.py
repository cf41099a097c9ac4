"""The same report as PDF by docgen and its peers, held against PDF/UA-1 and PDF/A-2a."""
