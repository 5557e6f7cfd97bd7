"""Instagram: reels, through either of the two ways in which an account may be connected."""
