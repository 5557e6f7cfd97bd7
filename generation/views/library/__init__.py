"""The library: who and what is seen, reused from film to film."""
