const words: ReadonlyMap<string, string> = new Map([
  ['m', 'male'],
  ['male', 'male'],
  ['man', 'male'],
  ['boy', 'male'],
  ['1', 'male'],
  ['f', 'female'],
  ['female', 'female'],
  ['woman', 'female'],
  ['girl', 'female'],
  ['2', 'female'],
]);

/**
 * `male` or `female`, from the words and codes that files use (1 and 2 in the NHS, M and F in schools). Undefined for
 * everything else, not known, not specified, indeterminate, other: it must neither link two children nor part them.
 * Source: NHS Data Model and Dictionary, PERSON STATED GENDER CODE; school census code set.
 */
export function sex(text: string): string | undefined {
  return words.get(text.trim().toLowerCase());
}

/** Whether both are known and differ. */
export function sexConflict(left: string, right: string): boolean {
  const [one, other] = [sex(left), sex(right)];
  return one !== undefined && other !== undefined && one !== other;
}
