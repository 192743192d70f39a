"""The hot path: what is said and read in conversations, many of them in one transaction, on the databases' drivers."""
