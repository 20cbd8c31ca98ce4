"""Chinese characters and marks: what class each belongs to and what may happen between two of them.

Pure tables and pair functions. Knows no widths, no faces' files and no lines. A row names the clause it comes from:

- clreq: W3C, Requirements for Chinese Text Layout (中文排版需求), sections as numbered in the draft of September 2026;
- GB/T 15834: GB/T 15834-2011 标点符号用法, whose section 5.1 says where marks stand;
- UAX #14: Unicode Line Breaking Algorithm, for what Chinese rules leave to Latin text.
"""
