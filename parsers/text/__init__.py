"""Text forms: pipe tables, tab-separated tables and prose, in any mix."""
