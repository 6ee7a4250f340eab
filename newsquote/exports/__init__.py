"""Quotes in other programs' formats: JSON lines, tables, brat's stand-off annotation."""
