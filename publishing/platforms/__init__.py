"""Where films are published: one folder per platform behind the promises of `base`. No Django below this line."""
