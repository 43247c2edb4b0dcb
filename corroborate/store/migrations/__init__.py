"""The history of the schema; each file of versions/ brings a database one step on."""
