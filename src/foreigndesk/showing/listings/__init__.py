"""Which columns a listing has: statements, events, reports, setbacks, actors, a timeline."""

from foreigndesk.showing.listings.actors import ActorCount, list_actors
from foreigndesk.showing.listings.collected import list_collected, show_collected
from foreigndesk.showing.listings.events import list_events
from foreigndesk.showing.listings.places import Done, Told, cite_of_event, cite_of_statement
from foreigndesk.showing.listings.reports import list_reports, list_setbacks
from foreigndesk.showing.listings.statements import list_statements
from foreigndesk.showing.listings.timeline import Entry, list_timeline, reports_in

__all__ = [
    "ActorCount",
    "Done",
    "Entry",
    "Told",
    "cite_of_event",
    "cite_of_statement",
    "list_actors",
    "list_collected",
    "list_events",
    "list_reports",
    "list_setbacks",
    "list_statements",
    "list_timeline",
    "reports_in",
    "show_collected",
]
