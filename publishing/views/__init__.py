"""The pages of publishing: channels, drafts, the calendar, and what became of each publication."""
