"""The citizen's side: the widget on sites of others, the desk's own page, and what stays behind."""
