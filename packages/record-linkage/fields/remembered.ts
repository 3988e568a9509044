/** How many values are remembered at once; then all are forgotten. */
const most = 100_000;

/** The same cleaning, which does not clean anew what it cleaned a moment ago: pairs ask of the same values again and again. */
export function remembered<Clean>(clean: (text: string) => Clean): (text: string) => Clean {
  const known = new Map<string, { readonly value: Clean }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    const value = clean(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
