"""Spec + data → `Document` and `AuditTrail`: everything is said, numbered and traced here; nothing is drawn."""
