"""Times as people write them beside plain instants: months, nights, intervals, and doubt marked."""
