"""Who is in a report: titles, names, and everybody that its text speaks of."""
