import { done, refuse } from '#platform/kernel/outcome.ts';
import type { Outcome } from '#platform/kernel/outcome.ts';
import { settled } from '../edit.ts';
import type { EditRefusal } from '../edit.ts';
import type { FrameworkDocument, TierDocument, TierRole } from '../framework-document.ts';
import { keyFor } from '../reading/element-key.ts';
import { labelAndStatement } from './label-and-statement.ts';
import type { PastedLine } from './pasted-text.ts';

/** What a person says a pasted line is. A line without a mark is left out of the strategy. */
export type LineMark =
  | { line: number; as: 'element'; tier: string; parent?: number | 'nothing' }
  /** more words of the line marked before it: its statement */
  | { line: number; as: 'statement' }
  /** the rest of a sentence that the paste broke: joined to the line marked before it */
  | { line: number; as: 'continuation' }
  | { line: number; as: 'ignored' };

export type PastedDraft = {
  lines: readonly PastedLine[];
  marks: readonly LineMark[];
  /** from the top of the thread downwards */
  tiers: readonly TierDocument[];
  about: { slug: string; name: string; partnership: string };
};

export type DraftRefusal =
  | { reason: 'nothing-marked' }
  | { reason: 'line-missing'; line: number }
  | { reason: 'line-marked-twice'; line: number }
  /** a statement or the rest of a sentence, with no element above it to belong to */
  | { reason: 'belongs-to-nothing'; line: number }
  | { reason: 'parent-not-marked'; line: number; parent: number }
  | EditRefusal;

type Gathered = {
  line: PastedLine;
  tier: string;
  parent: number | 'nothing' | undefined;
  label: string;
  statements: string[];
};

/** A draft strategy from the lines that a person marked. Their words are kept exactly, and each knows its line. */
export function draftFromMarks(draft: PastedDraft): Outcome<FrameworkDocument, DraftRefusal> {
  const gathered = gather(draft);
  if (!gathered.done) return gathered;
  if (gathered.value.length === 0) return refuse({ reason: 'nothing-marked' });
  const keys = keysOf(gathered.value);
  const orphan = gathered.value.find(({ parent }) => typeof parent === 'number' && !keys.has(parent));
  if (orphan && typeof orphan.parent === 'number')
    return refuse({ reason: 'parent-not-marked', line: orphan.line.number, parent: orphan.parent });
  const elements = gathered.value.map((one, index) => {
    const parent = one.parent ?? likelyParent(gathered.value.slice(0, index), one, draft.tiers);
    const serves = typeof parent === 'number' ? [keys.get(parent) ?? ''] : [];
    return {
      key: keys.get(one.line.number) ?? '',
      tier: one.tier,
      line: one.line.number,
      serves,
      ...wordsOf(one),
    };
  });
  return settled({
    format: 'goldenthread-framework/1',
    ...draft.about,
    status: 'draft',
    period: {},
    source: { title: 'Pasted text', note: 'Lines are counted in the text as it was pasted.' },
    tiers: [...draft.tiers],
    elements,
  });
}

function gather({ lines, marks }: PastedDraft): Outcome<Gathered[], DraftRefusal> {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const gathered: Gathered[] = [];
  const seen = new Set<number>();
  for (const mark of marks.toSorted((a, b) => a.line - b.line)) {
    const line = byNumber.get(mark.line);
    if (!line) return refuse({ reason: 'line-missing', line: mark.line });
    if (seen.has(mark.line)) return refuse({ reason: 'line-marked-twice', line: mark.line });
    seen.add(mark.line);
    if (mark.as === 'ignored') continue;
    if (mark.as === 'element') {
      gathered.push({ line, tier: mark.tier, parent: mark.parent, label: line.words, statements: [] });
      continue;
    }
    const last = gathered.at(-1);
    if (!last) return refuse({ reason: 'belongs-to-nothing', line: mark.line });
    if (mark.as === 'statement') last.statements.push(line.words);
    else if (last.statements.length > 0) last.statements.push(`${last.statements.pop() ?? ''} ${line.words}`);
    else last.label = `${last.label} ${line.words}`;
  }
  return done(gathered);
}

function keysOf(gathered: readonly Gathered[]): Map<number, string> {
  const taken = new Set<string>();
  return new Map(
    gathered.map(({ line, label }) => {
      const key = keyFor(label, taken);
      taken.add(key);
      return [line.number, key];
    }),
  );
}

/** The nearest element above it on the page that stands in the nearest tier above its own. */
function likelyParent(
  before: readonly Gathered[],
  one: Gathered,
  tiers: readonly TierDocument[],
): number | undefined {
  const order = tiers.map(({ key }) => key);
  const above = order.slice(0, Math.max(0, order.indexOf(one.tier))).toReversed();
  for (const tier of above) {
    const found = before.findLast((earlier) => earlier.tier === tier);
    if (found) return found.line.number;
  }
  return undefined;
}

function wordsOf({ label, statements }: Gathered) {
  const words = labelAndStatement(label, statements);
  const statement =
    words.statement === undefined
      ? {}
      : { statement: words.statement, statementWording: 'published' as const };
  return { label: words.label, labelWording: 'published' as const, ...statement };
}

/** A tier that a person names while marking. */
export function tierNamed(name: string, role: TierRole, taken: readonly TierDocument[]): TierDocument {
  const key = keyFor(name, new Set(taken.map((tier) => tier.key)));
  return { key, name, plural: plural(name), role };
}

function plural(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}

/** Marks to begin with: what the guesses say, for a person to correct. Roles that no tier has are left unmarked. */
export function guessedMarks(lines: readonly PastedLine[], tiers: readonly TierDocument[]): LineMark[] {
  const tierFor = new Map(tiers.toReversed().map((tier) => [tier.role, tier.key]));
  const marks: LineMark[] = [];
  for (const line of lines) {
    const tier = line.guess && tierFor.get(line.guess);
    if (line.looksLike === 'continuation' && marks.length > 0)
      marks.push({ line: line.number, as: 'continuation' });
    else if (tier !== undefined && line.looksLike !== 'paragraph')
      marks.push({ line: line.number, as: 'element', tier });
  }
  return marks;
}
