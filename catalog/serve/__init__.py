"""Floor 11: serve the site while it is being written, and rebuild on every saved file.

MkDocs' own live reload injects an inline script, which the site's Content-Security-Policy refuses;
this server hands out a script file instead and leaves the built site as it is.
"""

from catalog.serve.server import ReloadingServer
from catalog.serve.watch import Changes

__all__ = ["Changes", "ReloadingServer"]
