"""The library's web page: the chat widget, its guests, and what a desk's door says."""
