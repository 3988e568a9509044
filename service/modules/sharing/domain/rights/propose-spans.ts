import type { HeldFact, KnownPerson, SpanKind } from './personal-records.ts';

/** The parts of a fact that a reader sees: each may name somebody else. */
export const factFields = ['title', 'words', 'whose', 'source', 'field_group'] as const;
export type FactField = (typeof factFields)[number];

export type FoundBy = 'room' | 'name' | 'pattern' | 'person';

/** A stretch that may be about somebody else, for a person to decide. */
export type ProposedSpan = {
  field: FactField;
  from: number;
  to: number;
  who: string;
  kind: SpanKind;
  foundBy: FoundBy;
};

/** What stands in a field of a fact. */
function fieldOf(fact: HeldFact, field: FactField): string {
  if (field === 'words') return fact.text;
  return field === 'field_group' ? fact.fieldGroup : fact[field];
}

/**
 * Everything in a fact that may be about somebody else: what the room tagged, then names that the records know, then
 * what looks like an address, a number, a birthday or a name. Overlapping stretches are joined, the widest reach wins and
 * the earliest source names it; so a tag of the room is never narrowed. Proposals may be wrong: a person decides each.
 */
export function proposeSpans(fact: HeldFact, known: readonly KnownPerson[]): ProposedSpan[] {
  const own = ownWords(known);
  const ownWhole = known
    .filter(({ kind }) => kind === 'own')
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  const others = known.filter(({ kind }) => kind !== 'own').flatMap(namesOf);
  return factFields.flatMap((field) => {
    const text = fieldOf(fact, field);
    const tagged = field === 'words' ? fact.spans.filter(({ from, to }) => from >= 0 && from < to) : [];
    const likely = [
      ...others.flatMap((name) => mentionsOf(text, name, own)).map((span) => ({ ...span, field })),
      ...patternsIn(text, own).map((span) => ({ ...span, field, foundBy: 'pattern' as const })),
    ];
    const theirs = ownWhole.flatMap((words) => placesOf(text, words));
    return joined([
      ...tagged.map((span) => ({
        ...span,
        to: Math.min(span.to, text.length),
        field,
        foundBy: 'room' as const,
      })),
      ...likely.filter((span) => !theirs.some(({ from, to }) => from <= span.from && span.to <= to)),
    ]);
  });
}

type Name = { words: string; exact: boolean; who: string; kind: SpanKind };

/** A name in full, each of its parts, and every other name: a part that is also a word is looked for with its capital. */
function namesOf({ name, alsoCalled, who, kind }: KnownPerson): Name[] {
  if (kind === 'own') return [];
  const whole = [name, ...alsoCalled];
  const parts = [...new Set(whole.flatMap((one) => one.split(/\s+/)))].filter(
    (part) => part.length > 1 && !titles.has(part.toLowerCase().replace('.', '')),
  );
  return [
    ...whole.map((words) => ({ words, exact: false, who, kind })),
    ...parts.map((words) => ({ words, exact: alsoWords.has(words.toLowerCase()), who, kind })),
  ];
}

const titles = new Set([
  'mr',
  'mrs',
  'miss',
  'ms',
  'mx',
  'dr',
  'sir',
  'prof',
  'de',
  'la',
  'van',
  'of',
  'the',
]);

/** Names that are words too: "will", "mark my words", "a rose". */
const alsoWords = new Set(
  'ace angel april art august autumn bell bill bob brook brown carol chance chase chip cook crystal daisy dawn day dean destiny drew earl eve faith field ford forest frank gene glen grace grant green hall harmony harper hazel heath hill holly honey hope hunter iris ivy jack jade jasmine jean jewel joy june king lake lane lily long love major mark mason may mercy miles moss myrtle neil nick nova ocean olive page park pat pearl penny pepper piper poppy price prince ray reed rich robin rock rose ruby rusty sage sandy scout shore skip sky sonny star stone storm summer sunny sue tanner taylor trinity victor violet wade ward watt well west white will willow win winter wood woods young'.split(
    ' ',
  ),
);

function mentionsOf(text: string, name: Name, own: ReadonlySet<string>): Omit<ProposedSpan, 'field'>[] {
  if (own.has(folded(name.words))) return [];
  return placesOf(text, name.words)
    .filter(
      ({ from }) => !name.exact || text.slice(from, from + 1) !== text.slice(from, from + 1).toLowerCase(),
    )
    .map(({ from, to }) => ({ from, to, who: name.who, kind: name.kind, foundBy: 'name' }));
}

/** Where some words stand, whatever their capitals, marks and the space between them. */
function placesOf(text: string, words: string): { from: number; to: number }[] {
  const { plain, at } = foldedWithPlaces(text);
  const wanted = folded(words)
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(escaped)
    .join('[\\s\\u00a0-]+');
  if (wanted === '') return [];
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'gu');
  return [...plain.matchAll(whole)].map((match) => ({
    from: at[match.index] ?? 0,
    to: at[match.index + match[0].length] ?? text.length,
  }));
}

/** Words of the subject's own names: never proposed by a name or by a likeness to one. */
function ownWords(known: readonly KnownPerson[]): ReadonlySet<string> {
  const own = known
    .filter(({ kind }) => kind === 'own')
    .flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  // a surname that others share is theirs too: only whole names and given names are the subject's alone
  return new Set(own.flatMap((name) => [folded(name), folded(name.split(/\s+/)[0] ?? '')]));
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const capital = "\\p{Lu}[\\p{L}\\u2019'-]+";
const kin =
  '(?:aunt(?:ie|y)?|uncle|nan(?:a|ny)?|gran(?:dad|ny|dma|dpa)?|cousin|brother|sister|step(?:dad|mum|brother|sister|father|mother)|mum|dad|mam|friend|boyfriend|girlfriend|partner|neighbour|teacher|carer)';

const patterns: readonly { looksLike: RegExp; who: string; kind: SpanKind; name?: true }[] = [
  {
    looksLike: /[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+/gu,
    who: 'an e-mail address',
    kind: 'third-party',
  },
  {
    looksLike: /(?<![\d\p{L}])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,13}(?!\d)/gu,
    who: 'a telephone number',
    kind: 'third-party',
  },
  {
    looksLike: /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\d])/giu,
    who: 'a postcode',
    kind: 'third-party',
  },
  {
    looksLike:
      /(?<![\p{L}\d])(?:flat\s+\d+[a-z]?,?\s+)?\d{1,4}[a-z]?,?\s+(?:\p{L}[\p{L}\u2019'-]*\s+){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|crescent|way|place|gardens|grove|terrace|hill|row|walk|square|mews|park|parade|rise|view|green)(?![\p{L}])/giu,
    who: 'an address',
    kind: 'third-party',
  },
  {
    looksLike: new RegExp(
      `(?:born|d\\.?o\\.?b\\.?|date of birth|birthday)[\\s:,(]{0,3}(?:on\\s+|is\\s+)?(?:the\\s+)?(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}(?:\\s+\\d{4})?)`,
      'giu',
    ),
    who: 'a date of birth',
    kind: 'third-party',
  },
  {
    looksLike: new RegExp(
      `(?<!\\p{L})(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Sir)\\.?\\s+${capital}(?:\\s+${capital})?`,
      'gu',
    ),
    who: 'somebody named with a title',
    kind: 'third-party',
    name: true,
  },
  {
    looksLike: new RegExp(`(?<=(?<!\\p{L})${kinEither()}\\s+)${capital}`, 'gu'),
    who: 'somebody named after what they are to the family',
    kind: 'third-party',
    name: true,
  },
  {
    looksLike: new RegExp(`(?<=(?<!\\p{L})(?:called|named|name is)\\s+)${capital}(?:\\s+${capital})?`, 'gu'),
    who: 'somebody named',
    kind: 'third-party',
    name: true,
  },
  {
    looksLike: new RegExp(`(?<!\\p{L})${capital}\\s+${capital}(?!\\p{L})`, 'gu'),
    who: 'what looks like a name',
    kind: 'third-party',
    name: true,
  },
];

/** What somebody is to the family, at the beginning of a sentence or within it. */
function kinEither(): string {
  return kin.replaceAll(/(?<=[(|])([a-z])/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

function patternsIn(text: string, own: ReadonlySet<string>): Omit<ProposedSpan, 'field' | 'foundBy'>[] {
  return patterns.flatMap(({ looksLike, who, kind, name }) =>
    [...text.matchAll(looksLike)].flatMap((match) => {
      const words = match[0];
      if (name && (own.has(folded(words)) || own.has(folded(words.split(/\s+/)[0] ?? '')))) return [];
      return [{ from: match.index, to: match.index + words.length, who, kind }];
    }),
  );
}

/** One stretch for each that overlap or touch the same words: as wide as all together, named by the first source. */
function joined(spans: readonly ProposedSpan[]): ProposedSpan[] {
  const kept: ProposedSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (!last || span.from >= last.to) {
      kept.push(span);
      continue;
    }
    const surer = sureness(span) < sureness(last) ? span : last;
    kept[kept.length - 1] = { ...surer, from: last.from, to: Math.max(last.to, span.to) };
  }
  return kept;
}

function sureness({ foundBy, kind }: ProposedSpan): number {
  const order: readonly FoundBy[] = ['person', 'room', 'name', 'pattern'];
  return order.indexOf(foundBy) * 10 + (kind === 'child' ? 0 : kind === 'third-party' ? 1 : 2);
}

/** Small letters without marks, so that "Zoë" is found as "zoe". */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .toLowerCase();
}

/** The same of a whole text, and where each of its signs stood. */
function foldedWithPlaces(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let place = 0;
  for (const sign of text) {
    const bare = folded(sign);
    for (let index = 0; index < bare.length; index += 1) at.push(place);
    plain += bare;
    place += sign.length;
  }
  at.push(text.length);
  return { plain, at };
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
