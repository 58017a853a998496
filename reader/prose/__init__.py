"""What text is made of: sentences, furniture, words, quantities, dates, names, quotations."""
