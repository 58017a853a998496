"""What a person sees: screens, widgets, keys. The only place that imports Textual."""
