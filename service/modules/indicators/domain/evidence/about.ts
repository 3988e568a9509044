/** What evidence can be about: an element of a strategy, or a measure. */
export const subjectKinds = ['element', 'measure'] as const;

export type SubjectKind = (typeof subjectKinds)[number];

/** An element as `slug/key`, a measure as `source:code`. */
export type EvidenceSubject = { readonly kind: SubjectKind; readonly id: string };

/** The subject that an address or a form names, "element:slug/key"; undefined where it names none. */
export function subjectFrom(text: string): EvidenceSubject | undefined {
  const kind = subjectKinds.find((each) => text.startsWith(`${each}:`));
  const id = kind === undefined ? '' : text.slice(kind.length + 1);
  if (kind === undefined || id.length > 300) return undefined;
  const fits = kind === 'element' ? /^[^/\s]+\/[^/\s]+$/.test(id) : /^[^:\s]+:.+$/.test(id);
  return fits ? { kind, id } : undefined;
}

/** The same the other way round. */
export function subjectText({ kind, id }: EvidenceSubject): string {
  return `${kind}:${id}`;
}

/** The strategy and the element that a subject names; undefined for a measure. */
export function elementOf({ kind, id }: EvidenceSubject): { slug: string; key: string } | undefined {
  const [slug, key] = id.split('/');
  return kind === 'element' && slug && key ? { slug, key } : undefined;
}
