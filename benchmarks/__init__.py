"""What docgen costs: measurements that print a table and hold it against limits."""
