"""Trains the reader. Development only: needs torch, which nothing else does (`make train`)."""
