"""Shapely: to UTM, a prepared buffer for each radius, `contains_xy`; no distances."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import shapely
from pyproj import Transformer

from benchmarks.peers.planar import UTM, arguments, bands, in_utm
from benchmarks.question import Question

__all__ = ["search"]


def search(reports: str, question: Question, out: str, *, with_distances: bool) -> None:
    """Write the rows that may lie within the limit, a row group at a time."""
    shapes = bands(question)
    drawn = in_utm(question)
    shapely.prepare([drawn, *shapes.values()])
    to_utm = Transformer.from_crs("EPSG:4326", UTM, always_xy=True)
    file = pq.ParquetFile(reports, pre_buffer=False)
    kept = file.schema_arrow
    if with_distances:
        kept = kept.append(pa.field("distance_m", pa.float64()))
    with pq.ParquetWriter(out, kept, compression="zstd") as writer:
        for group in range(file.num_row_groups):
            rows = file.read_row_group(group)
            x, y = to_utm.transform(rows["lon"].to_numpy(), rows["lat"].to_numpy())
            radius_m = rows["radius_m"].to_numpy()
            is_found = np.zeros(len(x), dtype=np.bool_)
            for one, shape in shapes.items():
                some = np.flatnonzero(radius_m == one)
                is_found[some] = shapely.contains_xy(shape, x[some], y[some])
            found = rows.filter(pa.array(is_found))
            if with_distances:
                away_m = shapely.distance(drawn, shapely.points(x[is_found], y[is_found]))
                found = found.append_column("distance_m", pa.array(away_m))
            writer.write_table(found)


if __name__ == "__main__":
    search(*arguments(), with_distances=False)
