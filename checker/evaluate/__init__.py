"""The kernel: integers and arrays; knows no YAML, names or files."""
