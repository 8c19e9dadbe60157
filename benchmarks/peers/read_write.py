"""No search: pyarrow reads every row group and writes as many rows as there are findings."""

import pyarrow.parquet as pq

from benchmarks.peers.planar import arguments
from benchmarks.question import LIMIT_M


def main() -> None:
    """Write the first rows of every row group."""
    reports, question, out = arguments()
    (share,) = (share for share, limit_m in LIMIT_M.items() if limit_m == question.limit_m)
    file = pq.ParquetFile(reports, pre_buffer=False)
    with pq.ParquetWriter(out, file.schema_arrow, compression="zstd") as writer:
        for group in range(file.num_row_groups):
            rows = file.read_row_group(group)
            writer.write_table(rows.slice(0, round(share * len(rows))))


if __name__ == "__main__":
    main()
