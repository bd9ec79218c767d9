"""The checks of `officium` that SQL can say, over the same JSON document, with DuckDB. Prints the number of findings of each.

It reads the members that the checks need and no others. It does not check the shape of the document: unknown members, ids and
dates that are none, texts that are blank. It knows no periods, gives no places and explains nothing.
"""

import json
import sys

import duckdb

COLUMNS = {
    "units": "STRUCT(id VARCHAR, parent VARCHAR, lead VARCHAR)[]",
    "descriptions": "STRUCT(id VARCHAR,"
    " duties STRUCT(id VARCHAR, requiredRights STRUCT(kind VARCHAR)[])[],"
    " rights STRUCT(id VARCHAR, kind VARCHAR)[])[]",
    "positions": "STRUCT(id VARCHAR, unit VARCHAR, description VARCHAR, noSubstituteBecause VARCHAR,"
    " standing STRUCT(kind VARCHAR), occupancy STRUCT(kind VARCHAR),"
    " reporting STRUCT(kind VARCHAR, superior VARCHAR)[],"
    " substitution STRUCT(substitute STRUCT(kind VARCHAR, position VARCHAR))[])[]",
}

TABLES = """
CREATE TEMP TABLE document AS
    SELECT * FROM read_json(?, columns = {columns}, format = 'auto', maximum_object_size = 2147483647);
CREATE TEMP TABLE units AS SELECT unnest(units, max_depth := 2) FROM document;
CREATE TEMP TABLE descriptions AS SELECT unnest(descriptions, max_depth := 2) FROM document;
CREATE TEMP TABLE positions AS SELECT unnest(positions, max_depth := 2) FROM document;
CREATE TEMP TABLE lines AS
    SELECT id, line.superior AS superior, line.kind AS kind
    FROM (SELECT id, unnest(reporting) AS line FROM positions);
CREATE TEMP TABLE covers AS
    SELECT id, one.substitute.kind AS kind, one.substitute.position AS substitute
    FROM (SELECT id, unnest(substitution) AS one FROM positions);
CREATE TEMP TABLE tops AS SELECT id FROM positions WHERE standing IS NOT NULL;
"""

CHECKS = {
    "duplicate id": """
        SELECT (SELECT count(*) FROM (SELECT id FROM positions GROUP BY id HAVING count(*) > 1))
             + (SELECT count(*) FROM (SELECT id FROM units GROUP BY id HAVING count(*) > 1))
             + (SELECT count(*) FROM (SELECT id FROM descriptions GROUP BY id HAVING count(*) > 1))""",
    "dangling reference": """
        SELECT (SELECT count(*) FROM lines ANTI JOIN positions p ON superior = p.id)
             + (SELECT count(*) FROM covers ANTI JOIN positions p ON substitute = p.id
                WHERE covers.kind = 'position')
             + (SELECT count(*) FROM positions q ANTI JOIN units u ON q.unit = u.id WHERE q.unit IS NOT NULL)
             + (SELECT count(*) FROM positions q ANTI JOIN descriptions d ON q.description = d.id
                WHERE q.description IS NOT NULL)
             + (SELECT count(*) FROM units q ANTI JOIN units u ON q.parent = u.id WHERE q.parent IS NOT NULL)
             + (SELECT count(*) FROM units q ANTI JOIN positions p ON q.lead = p.id WHERE q.lead IS NOT NULL)""",
    "own superior": "SELECT count(*) FROM lines WHERE id = superior",
    "no superior": """
        SELECT count(*) FROM positions p ANTI JOIN (SELECT id FROM lines WHERE kind = 'solid') l ON p.id = l.id
        WHERE p.standing IS NULL""",
    # whoever no walk from above reaches hangs on a ring; what dangles, has no superior or reports to itself is a finding above
    "in or below a ring": """
        WITH RECURSIVE roots AS (
            SELECT id FROM tops
            UNION SELECT p.id FROM positions p ANTI JOIN (SELECT id FROM lines WHERE kind = 'solid') l ON p.id = l.id
            UNION SELECT l.id FROM lines l ANTI JOIN positions p ON l.superior = p.id
            UNION SELECT id FROM lines WHERE id = superior
        ), reached AS (
            SELECT id FROM roots
            UNION
            SELECT l.id FROM reached r JOIN lines l ON l.superior = r.id AND l.kind = 'solid'
        )
        SELECT count(*) FROM positions p ANTI JOIN reached r ON p.id = r.id""",
    "no substitute": """
        SELECT count(*) FROM positions p ANTI JOIN covers c ON p.id = c.id WHERE p.noSubstituteBecause IS NULL""",
    "own substitute": "SELECT count(*) FROM covers WHERE id = substitute",
    "vacant substitute": """
        SELECT count(*) FROM (
            SELECT c.id FROM covers c JOIN positions p ON c.substitute = p.id
            GROUP BY c.id HAVING bool_and(p.occupancy IS NOT NULL AND p.occupancy.kind = 'vacant'))""",
    "span": """
        SELECT count(*) FROM (
            SELECT superior FROM lines WHERE kind = 'solid' GROUP BY superior HAVING count(*) > 15)""",
    "no duties": "SELECT count(*) FROM descriptions WHERE duties IS NULL OR len(duties) = 0",
    "duty without its right": """
        WITH required AS (
            SELECT id, duty.id AS duty, r.kind AS kind, rights
            FROM (SELECT id, rights, unnest(duties) AS duty FROM descriptions), unnest(duty.requiredRights) AS t(r))
        SELECT count(*) FROM required
        WHERE rights IS NULL OR NOT list_contains(list_transform(rights, lambda it: it.kind), kind)""",
}


def main():
    connection = duckdb.connect()
    columns = "{" + ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items()) + "}"
    for statement in TABLES.replace("{columns}", columns).split(";")[:-1]:
        connection.execute(statement, [sys.argv[1]] if "?" in statement else [])
    counts = {name: connection.execute(query).fetchone()[0] for name, query in CHECKS.items()}
    print(json.dumps(counts))


main()
