"""Ways out: JSON, Markdown, HTML and CSV."""
