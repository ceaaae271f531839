"""Seoul Forest: the entrance with its bronze horses, mirror pond, ginkgo grove, lawn, and the meadow of the deer."""
