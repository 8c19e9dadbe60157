"""The static picture: the map and the weekly counts as one drawing in SVG."""
