/** The value of one HTML attribute; with `optional`, an empty value leaves the attribute out and `true` stands bare. */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Readonly<{ value: string | number | boolean | null | undefined; optional?: boolean }>;

/** Further HTML attributes by their HTML name (`data-…`, `aria-…`, `lang`), as in the published macros. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

const meaningToPreact = new Set(['children', 'dangerouslySetInnerHTML', 'key', 'ref']);

/**
 * Attributes as JSX properties, ready to spread on an element.
 *
 * As in the published macros an empty value gives an empty attribute, unless it is marked `optional`.
 *
 * @throws {TypeError} for a name that Preact reads as content rather than as an attribute: it would open a way round
 * escaping.
 */
export function attributes(given: Attributes | undefined): Record<string, string | true> {
  const spread: Record<string, string | true> = {};
  if (given === undefined || given === null) return spread;
  for (const [name, item] of Object.entries(given)) {
    if (meaningToPreact.has(name)) throw new TypeError(`“${name}” is not an HTML attribute`);
    const shown = shownValue(item);
    if (shown !== undefined) spread[name] = shown;
  }
  return spread;
}

function shownValue(item: AttributeValue): string | true | undefined {
  const { value, optional = false } = typeof item === 'object' && item !== null ? item : { value: item };
  if (!optional) return value === null || value === undefined ? '' : String(value);
  if (value === null || value === undefined || value === false) return undefined;
  return value === true ? true : String(value);
}
