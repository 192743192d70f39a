"""Video calls: workers that forward encrypted media between the two parties of a call, and the choice among them.

A worker is a process with one event loop and one UDP port. It decrypts what one party sends and encrypts it for the
other, packet by packet, and never looks at the picture or the sound. `docs/media.md` explains it.
"""
