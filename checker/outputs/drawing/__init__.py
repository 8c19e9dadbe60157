"""What the page and the picture draw: the map and the weekly counts, told apart from how."""
