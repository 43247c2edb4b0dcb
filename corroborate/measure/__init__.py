"""How well the extractor reads, and how fast: annotated sets with the peers' figures beside ours, benchmarks, a fuzz."""
