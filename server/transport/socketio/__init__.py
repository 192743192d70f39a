"""python-socketio's and python-engineio's classes where ours differ: one class in a file, and what differs in its
first words.

Each could be proposed to the libraries as it stands; each is held against the class it replaces by a test in
`tests/transport/socketio`, so that a new release of either can be taken.
"""
