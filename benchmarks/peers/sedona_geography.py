"""SedonaDB: `ST_DWithin` of geographies, which lie on a sphere; no distances."""

import sedonadb
import shapely

from benchmarks.peers.planar import arguments

SEARCH = """
select reports.* from reports
where ST_DWithin(
  ST_GeogPoint(lon, lat), ST_GeogFromWKT('{line}'), {limit_m} + radius_m + {accuracy_m})
"""


def main() -> None:
    """Write the rows that may lie within the limit."""
    reports, question, out = arguments()
    session = sedonadb.connect()
    session.read_parquet(reports).to_view("reports")
    line = shapely.LineString(question.path).wkt
    search = SEARCH.format(line=line, limit_m=question.limit_m, accuracy_m=question.accuracy_m)
    session.sql(search).to_parquet(out, single_file_output=True)


if __name__ == "__main__":
    main()
