"""Splink tuned by hand: what is read of one record is worked out once a record, similarities once a pair.

The levels, rules and training stay as they are; only where they are computed changes.
"""
import json
import re

from splink import DuckDBAPI

AREA = "^[A-Za-z]{1,2}"
DISTRICT = AREA + "[0-9][A-Za-z0-9]?"
SECTOR = DISTRICT + " [0-9]"

# an integer names each record, so that pairs are joined by numbers
tuned_columns = f"""
    row_number() over () as number, nhs_number, forename, surname, sex, date_of_birth, postcode,
    cast(epoch(try_strptime(date_of_birth, '%Y-%m-%d')) as bigint) as born,
    nullif(regexp_extract(postcode, '{SECTOR}', 0), '') as sector,
    nullif(regexp_extract(postcode, '{DISTRICT}', 0), '') as district,
    nullif(regexp_extract(postcode, '{AREA}', 0), '') as area,
    split_part(postcode, ' ', 1) as outcode,
    substr(date_of_birth, 1, 4) as birth_year,
    substr(forename, 1, 1) as forename_1, substr(forename, 1, 3) as forename_3,
    substr(surname, 1, 1) as surname_1, substr(surname, 1, 3) as surname_3"""


def tuned_settings(settings):
    """The same settings, reading the columns above."""
    told = {**settings, "unique_id_column_name": "number"}
    for part in ("comparisons", "blocking_rules_to_generate_predictions"):
        told[part] = json.loads(_with_columns(json.dumps(told[part]).replace('\\"', "\x00")).replace("\x00", '\\"'))
    return told


def _with_columns(text):
    for side in "lr":
        day = f"try_strptime(\x00date_of_birth_{side}\x00, '%Y-%m-%d')"
        text = text.replace(f"EPOCH({day})", f"\x00born_{side}\x00").replace(day, f"\x00born_{side}\x00")
        for name, pattern in (("sector", SECTOR), ("district", DISTRICT), ("area", AREA)):
            text = text.replace(
                f"NULLIF(regexp_extract(\x00postcode_{side}\x00, '{pattern}', 0), '')", f"\x00{name}_{side}\x00"
            )
        text = text.replace(f"SPLIT_PART({side}.postcode, ' ', 1)", f"{side}.outcode")
        text = text.replace(f"SUBSTRING({side}.date_of_birth, 1, 4)", f"{side}.birth_year")
        text = re.sub(rf"SUBSTRING\({side}\.(\w+), 1, (\d)\)", rf"{side}.\1_\2", text)
    return text


class HoistingAPI(DuckDBAPI):
    """DuckDB, with a similarity that several levels ask for worked out once for each pair."""

    def _execute_sql_against_backend(self, sql):
        return super()._execute_sql_against_backend(hoisted(sql))


ASKED = re.compile(r'(jaro_winkler_similarity|levenshtein)\("(\w+)_l", "\2_r"\)')
LEVELS = re.compile(r"(\bselect\b(?:(?!\bselect\b).)*?\bfrom )(\w*blocked\w*)\b", re.S | re.I)


def hoisted(sql):
    """The SQL with similarities worked out below the levels that ask for them, and only where values differ."""
    return LEVELS.sub(_below, sql)


def _below(found):
    asked = sorted(set(ASKED.findall(found.group(1))))
    if not asked:
        return found.group(0)
    columns = ", ".join(
        f'case when "{column}_l" <> "{column}_r" then {name}("{column}_l", "{column}_r") end as {name}_{column}'
        for name, column in asked
    )
    return ASKED.sub(r"\1_\2", found.group(1)) + f"(select *, {columns} from {found.group(2)}) as hoisted"
