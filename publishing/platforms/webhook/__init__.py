"""An address that is told of each film: another program does the rest."""
