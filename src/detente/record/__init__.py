"""The record: accounts, their events and people's corrections, in one DuckDB file."""

from detente.record.corrections import Correction, Field
from detente.record.query import Filters
from detente.record.record import Counts, Outcome, Record

__all__ = ["Correction", "Counts", "Field", "Filters", "Outcome", "Record"]
