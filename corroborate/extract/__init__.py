"""From a page to an article and its claims."""

from corroborate.extract.reader import EXTRACTOR_VERSION, Reader, read

__all__ = ["EXTRACTOR_VERSION", "Reader", "read"]
