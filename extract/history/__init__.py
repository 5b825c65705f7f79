"""The record over time: what was promised, by whom, by when, what happened, and what went quiet.

    cards ──reviews.group_cards──► groups ──link.link_papers──► threads ──ledgers──► History

Papers are loaded one review at a time, so that memory grows with the rows and not
with the papers.
"""
