"""Shapely as in `shapely_buffer`, with the planar distance of each row that is found."""

from benchmarks.peers.planar import arguments
from benchmarks.peers.shapely_buffer import search

if __name__ == "__main__":
    search(*arguments(), with_distances=True)
