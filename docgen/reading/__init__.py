"""Reading: from the bytes of a YAML file to frozen values that know where they stand."""
