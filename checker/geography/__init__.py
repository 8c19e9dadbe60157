"""Distances to testify with: WGS 84 geodesics, sides, areas, and the doubt about each of them."""
