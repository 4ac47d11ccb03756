"""One module per kind of page: each turns the catalog into :class:`~catalog.render.view.Page`."""
