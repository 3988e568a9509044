/**
 * Our value as PostgreSQL's text, the same for both kinds of database. An array becomes a PostgreSQL array and any other
 * object JSON; a JSON value that is an array is written with `jsonb()`.
 */
export function writeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return writeObject(value);
    default:
      throw new TypeError(`a ${typeof value} cannot be written to the database`);
  }
}

function writeObject(value: object): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return writeArray(value);
  return JSON.stringify(value);
}

function writeArray(values: readonly unknown[]): string {
  return `{${values.map(writeElement).join(',')}}`;
}

function writeElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return writeArray(value);
  const text = writeValue(value) ?? '';
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
