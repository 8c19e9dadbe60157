"""DuckDB spatial: points to UTM, `ST_Within` the buffer of their radius; no distances.

One join for each radius: of five ways to ask it, the fastest by half, since the bands are then
found by its spatial join.
"""

import importlib.resources

import duckdb

from benchmarks.peers.planar import UTM, arguments, bands

POINT = f"ST_Transform(ST_Point(lon, lat), 'EPSG:4326', '{UTM}', always_xy := true)"
SEARCH = """
select reports.* from (select * from read_parquet('{reports}') where radius_m = {radius_m}) reports
join (select shape from bands where radius_m = {radius_m}) band on ST_Within({point}, band.shape)
"""


def main() -> None:
    """Write the rows that may lie within the limit."""
    reports, question, out = arguments()
    session = duckdb.connect()
    shipped = importlib.resources.files("duckdb_extension_spatial").joinpath(
        "extensions", f"v{duckdb.__version__}", "spatial.duckdb_extension"
    )
    session.execute(f"load '{shipped}'")
    session.execute("create table bands (radius_m double, shape geometry)")
    shapes = bands(question)
    for radius_m, shape in shapes.items():
        session.execute("insert into bands values (?, ST_GeomFromWKB(?))", [radius_m, shape.wkb])
    searches = [SEARCH.format(reports=reports, radius_m=one, point=POINT) for one in shapes]
    together = " union all ".join(searches)
    session.execute(f"copy ({together}) to '{out}' (format parquet, compression zstd)")


if __name__ == "__main__":
    main()
