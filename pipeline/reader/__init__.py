"""A trained reader, not used yet: finds acts of leaving and of taking office in a sentence; who, which post and when.

A sentence with a cue word is a candidate (`candidate_sentences`). Its words and those around it become a window of word
pieces (`windows`), the network scores each piece (`model`), and the scores become spans of literal text (`spans`).
The weights are still to be trained: `weights/README.md` says how far that is.
"""
