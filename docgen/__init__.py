"""docgen: conference summary reports from one YAML file to PDF and Word."""

__version__ = "0.1.0"
