"""Write the malformed reports that no editor can: odd bytes, encodings, cut-off files."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parents[1] / "fixtures" / "malformed-reports"
HEAD = "id,kind,lon,lat,radius_m,seen_from,actor,note\n"
ROW = "r1,position,36.2,32.7,100,2018-06-01,red,Nusaïr\n"


def main() -> None:
    """Write all of them; the bytes are the same each time."""
    files = {
        "empty.csv": b"",
        "header-only.csv": HEAD.encode(),
        "utf-8-bom.csv": (HEAD + ROW).encode("utf-8-sig"),
        "utf-16.csv": b"\xff\xfe" + (HEAD + ROW).encode("utf-16-le"),
        "utf-16-without-mark.csv": (HEAD + ROW).encode("utf-16-le"),
        "windows-1252.csv": (HEAD + ROW).encode("cp1252"),
        "zero-byte.csv": (HEAD + ROW.replace("Nus", "Nu\0s") + ROW.replace("r1", "r2")).encode(),
        "mac-breaks.csv": (HEAD + ROW).replace("\n", "\r").encode(),
        "not-json.geojson": b'{"type": "FeatureCollection",\n "features": [\n',
    }
    for name, content in files.items():
        (HERE / name).write_bytes(content)
    table = pa.table({name: ["x"] * 100 for name in HEAD.strip().split(",")})
    pq.write_table(table, HERE / "whole.parquet")
    whole = (HERE / "whole.parquet").read_bytes()
    (HERE / "whole.parquet").unlink()
    (HERE / "truncated.parquet").write_bytes(whole[: len(whole) // 2])


if __name__ == "__main__":
    main()
