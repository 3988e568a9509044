/** A column as the migrated database has it. */
export type Column = { table: string; column: string; type: string };

/** A foreign key, from the table that has it to the one that it names. */
export type ForeignKey = { from: string; to: string };

export type Schema = { columns: readonly Column[]; keys: readonly ForeignKey[] };

/** Tables of what was said in surveys and asks: the room `voice`, and whatever is called a survey or its answer. */
function isSurveyTable(table: string): boolean {
  return (
    table.startsWith('voice.') || /\.(survey|wave|answer|response|ask|receipt|questionnaire)(_|$)/.test(table)
  );
}

/** Columns that say who somebody is, or by which somebody could be found. */
const namesSomebody =
  /^((\w+_)?(person|child|family|parent|subject|standing|pupil|session|browser|device|invitation|concern)_id|nhs_number|upn|uln|email|(\w+_)?address|telephone|postcode|born_on|date_of_birth|ip(_address)?|user_agent|token|browser)$/;

/**
 * Every way from what was said in a survey to whom records are about: a chain of foreign keys in either direction (a table
 * that both merely point at is none, because it names no row of theirs), or a column that names somebody.
 */
export function waysBetween(schema: Schema, personal: ReadonlySet<string>): string[] {
  const tables = [...new Set(schema.columns.map(({ table }) => table))];
  const surveys = tables.filter((table) => isSurveyTable(table) && !personal.has(table));
  const named = schema.columns
    .filter(({ table, column }) => surveys.includes(table) && namesSomebody.test(column))
    .map(({ table, column }) => `${table}.${column} names somebody`);
  const chains = surveys.flatMap((survey) =>
    [...reached(schema.keys, survey)]
      .filter((table) => personal.has(table))
      .map((table) => `${survey} leads to ${table}`),
  );
  const back = [...personal].flatMap((table) =>
    [...reached(schema.keys, table)]
      .filter((other) => surveys.includes(other))
      .map((survey) => `${table} leads to ${survey}`),
  );
  return [...named, ...chains, ...back];
}

/** Every table that foreign keys lead to from one. */
function reached(keys: readonly ForeignKey[], from: string): Set<string> {
  const seen = new Set<string>();
  const next = [from];
  for (let table = next.pop(); table !== undefined; table = next.pop())
    for (const key of keys)
      if (key.from === table && !seen.has(key.to)) {
        seen.add(key.to);
        next.push(key.to);
      }
  return seen;
}

/** Tables that hold somebody's data, by the names of their columns, and that no class of records names. */
export function unclassed(schema: Schema, classed: ReadonlySet<string>): string[] {
  const holds = schema.columns.filter(({ column }) =>
    /^(child_id|person_id|subject_id|email|to_address|born_on)$/.test(column),
  );
  return [...new Set(holds.map(({ table }) => table))].filter((table) => !classed.has(table)).toSorted();
}
