"""What puts a load on a server, much cheaper than any server."""
