"""The desk on the network: Socket.IO, pages, data and papers over HTTP, and what each of them may do."""
