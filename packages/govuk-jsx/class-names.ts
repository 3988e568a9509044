/** The classes that are there, in order, as one attribute value. */
export function classNames(...given: readonly (string | false | null | undefined)[]): string {
  let joined = '';
  for (const name of given) if (name) joined += joined === '' ? name : ` ${name}`;
  return joined;
}
