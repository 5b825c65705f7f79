"""The report: a static site that people read, from the folder of results of a run.

    records ──history──► reviews and ledgers ──views──► what a page shows ──templates──► HTML

Every page works from a `file://` address, without a server and without anything from
elsewhere; each value opens the words that it was read from.
"""
