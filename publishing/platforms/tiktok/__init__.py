"""TikTok: direct posts through its Content Posting API, numbers through its Display API."""
