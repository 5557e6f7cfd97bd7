"""The account: who one is, who else is here, which vendors and models are used, and what it all costs."""
