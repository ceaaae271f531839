"""`python -m services`: the office alone, without a window anywhere."""

import sys

from services.settings import settings
from services.start import run

if __name__ == "__main__":
    sys.exit(run(settings()))
