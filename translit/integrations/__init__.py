"""Integrations: one module for each host, imported by name; importing translit imports none.

`translit.integrations.pandas`, `.polars`, `.datasets`, `.spacy` and `.spark`.
"""
