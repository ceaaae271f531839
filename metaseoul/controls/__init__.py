"""How a citizen moves through a place: on foot by keys, by a click, by a stick; and the eye that follows."""
