"""Whether rows still say what vendors publish: fields, what they may hold, how many references, prices, models gone.

`asks` says what a row may send, `schemas` reads what a vendor publishes, `compare` puts the two side by side. What
belongs to one vendor is in its folder, in `published.py`: which of its schemas a row is to be compared with, and how to
get at it, in a folder or live. A vendor without that file is not compared.
"""
