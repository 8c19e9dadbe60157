"""GeoPandas: points to UTM, `sjoin` with the buffer of each radius; no distances."""

import geopandas
import pandas as pd

from benchmarks.peers.planar import UTM, arguments, bands


def main() -> None:
    """Write the rows that may lie within the limit."""
    reports, question, out = arguments()
    rows = pd.read_parquet(reports)
    spots = geopandas.points_from_xy(rows["lon"], rows["lat"], crs="EPSG:4326")
    points = geopandas.GeoDataFrame(rows, geometry=spots).to_crs(UTM)
    found = []
    for radius_m, shape in bands(question).items():
        band = geopandas.GeoDataFrame(geometry=[shape], crs=UTM)
        found.append(points[points["radius_m"] == radius_m].sjoin(band, predicate="within"))
    columns = list(rows.columns.drop("geometry", errors="ignore"))
    pd.DataFrame(pd.concat(found).sort_index())[columns].to_parquet(out, compression="zstd")


if __name__ == "__main__":
    main()
