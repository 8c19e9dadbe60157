"""Where a report may be: grid squares, sectors about a place and drawn areas, each as one doubt."""
