"""The screens over the reading screen. Each is imported when it is first opened."""
