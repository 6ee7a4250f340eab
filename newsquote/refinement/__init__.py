"""What rules found, corrected by networks that have read annotated news: its ends, its speaker, whether it is any."""
