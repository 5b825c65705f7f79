"""The steps by which the values of a table settle what its columns hold; `normalise.settle` orders them.

Each takes the columns and their values, in place: the columns of which it is sure get another role.
"""
