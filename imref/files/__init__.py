"""Files brought over: fetched with care, looked at, and put on the library's own server."""
