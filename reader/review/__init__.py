"""What a person decided: verdicts and notes on disk."""
