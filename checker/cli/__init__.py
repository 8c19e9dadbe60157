"""The command `accord`: wiring, arguments, exit codes; no rule of the domain."""
