"""Floor 11: serve the site while it is being written, and rebuild on every saved file.

MkDocs' own live reload injects an inline script, which the site's Content-Security-Policy refuses;
this server hands out a script file instead and leaves the built site as it is. After a change,
pages are made one by one for whoever looks, while the whole site is built in another process.
"""

from catalog.serve.aside import Aside
from catalog.serve.server import ReloadingServer, nothing
from catalog.serve.watch import Changes

__all__ = ["Aside", "Changes", "ReloadingServer", "nothing"]
