"""Train the shipped pipeline anew: `python -m corroborate.extract.trained TREEBANKS WEIGHTS`."""

import sys
from pathlib import Path

from corroborate.extract.trained.train import train

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m corroborate.extract.trained TREEBANKS WEIGHTS")
    train(Path(sys.argv[1]), Path(sys.argv[2]))
