/** A part of a JSON Schema, as the document writes it. */
type Schema = { readonly [key: string]: unknown };

/** What a value is held against, and the document that its references lead into. */
type Promised = { document: unknown; schema: unknown };

/**
 * Holds a value against a schema of an OpenAPI document, by the words that our document uses and no others: a word that
 * is not known here is a fault, so that nothing passes unread. It shares no code with the schemas it judges.
 * @returns what does not fit, each with where it stands; nothing where all fits
 */
export function misfits({ document, schema }: Promised, value: unknown, at = '$'): string[] {
  const rules = asSchema(schema);
  const reference = rules['$ref'];
  if (typeof reference === 'string')
    return misfits({ document, schema: followed(document, reference) }, value, at);
  const unknown = Object.keys(rules).filter((word) => !known.has(word));
  if (unknown.length > 0) return [`${at}: the document uses ${unknown.join(', ')}, which is not read here`];
  const anyOf = rules['anyOf'];
  if (Array.isArray(anyOf))
    return anyOf.some((one) => misfits({ document, schema: one }, value, at).length === 0)
      ? []
      : [`${at}: fits none`];
  return [
    ...typeMisfit(rules, value, at),
    ...wordMisfits(rules, value, at),
    ...(Array.isArray(value)
      ? value.flatMap((item, index) => misfits({ document, schema: rules['items'] }, item, `${at}[${index}]`))
      : []),
    ...(isObject(value) ? memberMisfits(document, { rules, value, at }) : []),
  ];
}

const known = new Set([
  ...['$ref', 'anyOf', 'type', 'const', 'enum', 'pattern', 'items', 'properties', 'required'],
  ...['additionalProperties', 'propertyNames', 'minimum', 'maximum', 'description', 'title'],
]);

function typeMisfit({ type }: Schema, value: unknown, at: string): string[] {
  const is = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const allowed = Array.isArray(type) ? type : [type];
  const fits =
    type === undefined || allowed.includes(is) || (allowed.includes('integer') && Number.isInteger(value));
  return fits ? [] : [`${at}: ${JSON.stringify(type)} was promised, ${is} came`];
}

function wordMisfits(rules: Schema, value: unknown, at: string): string[] {
  const found: string[] = [];
  const { const: only, enum: some, pattern } = rules;
  if (only !== undefined && value !== only) found.push(`${at}: is not ${JSON.stringify(only)}`);
  if (Array.isArray(some) && !some.includes(value))
    found.push(`${at}: ${JSON.stringify(value)} is none of the words`);
  if (typeof pattern === 'string' && !new RegExp(pattern).test(typeof value === 'string' ? value : ''))
    found.push(`${at}: ${pattern}`);
  if (typeof value === 'number' && !Number.isFinite(value)) found.push(`${at}: no number`);
  return found;
}

function memberMisfits(
  document: unknown,
  { rules, value, at }: { rules: Schema; value: Schema; at: string },
): string[] {
  const properties = asSchema(rules['properties'] ?? {});
  const others = rules['additionalProperties'];
  const required = Array.isArray(rules['required']) ? rules['required'] : [];
  const missing = required
    .filter((name) => !(String(name) in value))
    .map((name) => `${at}: lacks ${String(name)}`);
  const members = Object.entries(value).flatMap(([name, member]) => {
    const rule = properties[name] ?? (others === false ? undefined : others);
    return rule === undefined
      ? [`${at}.${name}: nobody promised it`]
      : misfits({ document, schema: rule }, member, `${at}.${name}`);
  });
  return [...missing, ...members];
}

function followed(document: unknown, reference: string): unknown {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((inside, name) => (isObject(inside) ? inside[name] : undefined), document);
}

function asSchema(value: unknown): Schema {
  if (!isObject(value)) throw new TypeError('a schema is missing');
  return value;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
