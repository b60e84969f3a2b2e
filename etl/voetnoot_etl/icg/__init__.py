"""International Crisis Group's tables: workbooks and borders, what joins them, and their graphs."""
