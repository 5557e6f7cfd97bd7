"""A folder on this machine: needs no account, and shows the whole way a film goes."""
