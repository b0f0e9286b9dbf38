"""The database refuses to change or delete entries and checkpoints, or to break a chain."""

from django.db import migrations

FROZEN = ["journal_entry", "journal_checkpoint"]

SQLITE_ON = [
    *(
        f"""CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON {table}
            BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
        for table in FROZEN
        for deed in ("update", "delete")
    ),
    """CREATE TRIGGER journal_entry_follows BEFORE INSERT ON journal_entry
       BEGIN
         SELECT RAISE(ABORT, 'journal_entry does not follow the entry before it')
         WHERE NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM journal_entry)
            OR (NEW.version > 1 AND NOT EXISTS (
                 SELECT 1 FROM journal_entry
                 WHERE stream = NEW.stream AND version = NEW.version - 1 AND hash = NEW.previous))
            OR (NEW.version <= 1 AND (NEW.version < 1 OR NEW.previous <> '{start}'));
       END""".replace("{start}", "0" * 64),
]
SQLITE_OFF = [
    *(f"DROP TRIGGER {table}_no_{deed}" for table in FROZEN for deed in ("update", "delete")),
    "DROP TRIGGER journal_entry_follows",
]

POSTGRESQL_ON = [
    """CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514'; END $$""",
    *(
        f"""CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION journal_refuse()"""
        for table in FROZEN
    ),
    *(
        f"""CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()"""
        for table in FROZEN
    ),
    """CREATE FUNCTION journal_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM journal_entry)
            OR (NEW.version > 1 AND NOT EXISTS (
                 SELECT 1 FROM journal_entry
                 WHERE stream = NEW.stream AND version = NEW.version - 1 AND hash = NEW.previous))
            OR (NEW.version <= 1 AND (NEW.version < 1 OR NEW.previous <> repeat('0', 64)))
         THEN
           RAISE EXCEPTION 'journal_entry does not follow the entry before it'
             USING ERRCODE = '23514';
         END IF;
         RETURN NEW;
       END $$""",
    """CREATE TRIGGER journal_entry_follows BEFORE INSERT ON journal_entry
       FOR EACH ROW EXECUTE FUNCTION journal_entry_follows()""",
]
POSTGRESQL_OFF = [
    "DROP TRIGGER journal_entry_follows ON journal_entry",
    "DROP FUNCTION journal_entry_follows()",
    *(f"DROP TRIGGER {t}_{w} ON {t}" for t in FROZEN for w in ("append_only", "no_truncate")),
    "DROP FUNCTION journal_refuse()",
]


def guard(apps, schema_editor):
    on = {"sqlite": SQLITE_ON, "postgresql": POSTGRESQL_ON}[schema_editor.connection.vendor]
    for statement in on:
        schema_editor.execute(statement, params=None)


def unguard(apps, schema_editor):
    off = {"sqlite": SQLITE_OFF, "postgresql": POSTGRESQL_OFF}[schema_editor.connection.vendor]
    for statement in off:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
