"""The names of the months, as numbers and as a pattern."""

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In English, and from no locale: what is read and shown must not depend on the machine's."""

MONTHS = (
    {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"sept": 9}
)
"""Numbers of months by name, in full and cut short, in small letters and without a dot."""

ANY_MONTH = "|".join(MONTH_NAMES)
"""Alternatives of a regular expression: months in full."""
