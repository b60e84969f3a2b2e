"""Blueprints of further reading pages."""
