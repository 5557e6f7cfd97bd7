"""Any HTTP workflow as a model: what to send, where to look and what an answer means are said by a row, not by code."""
