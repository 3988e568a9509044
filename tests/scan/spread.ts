/** So many of a list, evenly from its beginning to its end; all of them where it has no more. */
export function spread<Value>(all: readonly Value[], most: number): Value[] {
  if (all.length <= most) return [...all];
  return all.filter(
    (_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length),
  );
}
