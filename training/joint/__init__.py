"""One encoder for all heads: attribution goes on learning while events, their parties and incidents begin to."""
