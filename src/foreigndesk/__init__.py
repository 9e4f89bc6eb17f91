"""An analyst's desk for diplomatic and security news: who said what, who did what to whom, every line cited."""
