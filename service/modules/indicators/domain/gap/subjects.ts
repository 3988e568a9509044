import type { GapSubject, Groups } from '#reference/groups.ts';
import { recogniser, type SideAt, type Telling } from './telling.ts';

/** A measure in which gaps are seen, with every way in which its groups are told. */
export type Subject = {
  /** the measure's id, by which its card is addressed */
  readonly measure: string;
  readonly title: string | undefined;
  /** the measures whose deciles of deprivation may be read */
  readonly tables: readonly string[];
  readonly tellings: readonly Telling[];
};

/** A part of a measure for which the files hold figures. */
export type Part = SideAt;

/**
 * The subjects in which gaps can be seen: those that we wrote down, and every other measure of which a file tells a group
 * that we know.
 * @param parts the parts of measures that the files hold, as far as they are not for everybody
 */
export function subjectsIn(groups: Groups, parts: readonly Part[]): readonly Subject[] {
  const told = tableTellings(groups, parts);
  const written = groups.subjects.map((subject) => writtenSubject(subject, groups, told));
  const known = new Set(groups.subjects.flatMap(({ measure, tables }) => [measure, ...tables]));
  const others = [...told].filter(([measure]) => !known.has(measure));
  return [
    ...written,
    ...others.map(([measure, tellings]) => ({ measure, title: undefined, tables: [measure], tellings })),
  ];
}

/** The subject that a measure is, or is one side of. */
export function subjectOf(subjects: readonly Subject[], measure: string): Subject | undefined {
  return (
    subjects.find((subject) => subject.measure === measure) ??
    subjects.find(({ tables }) => tables.includes(measure)) ??
    subjects.find(({ tellings }) => tellings.some((telling) => isSide(telling, measure)))
  );
}

/** A measure of which no group is told. */
export function withoutGroups(measure: string): Subject {
  return { measure, title: undefined, tables: [measure], tellings: [] };
}

/** Whether a measure is itself one side of a telling. */
export function isSide({ of, beside }: Telling, measure: string): boolean {
  return of.measure === measure || (beside.kind === 'others' && beside.at.measure === measure);
}

function writtenSubject(
  subject: GapSubject,
  groups: Groups,
  told: ReadonlyMap<string, readonly Telling[]>,
): Subject {
  const all: SideAt = { measure: subject.all ?? subject.measure, breakdown: '' };
  const byKey = new Map(groups.groups.map((group) => [group.key, group]));
  const pairs = subject.pairs.flatMap(({ group: key, of, beside }): Telling[] => {
    const group = byKey.get(key);
    if (!group) return [];
    const other: Telling['beside'] = beside
      ? { kind: 'others', at: { measure: beside, breakdown: '' } }
      : { kind: 'all', at: all };
    return [{ group, of: { measure: of, breakdown: '' }, beside: other, all }];
  });
  const tables = [subject.measure, ...subject.tables];
  const fromTables = tables.flatMap((table) => told.get(table) ?? []);
  const besideAll = fromTables
    .filter(({ beside }) => beside.kind === 'rest')
    .map((telling): Telling => ({ ...telling, beside: { kind: 'all', at: all }, all }));
  return {
    measure: subject.measure,
    title: subject.title,
    tables,
    tellings: [...pairs, ...fromTables, ...besideAll],
  };
}

/** What the tables tell, by their measure. */
function tableTellings(groups: Groups, parts: readonly Part[]): ReadonlyMap<string, readonly Telling[]> {
  const recognise = recogniser(groups);
  const found = new Map<string, Telling[]>();
  for (const { measure, breakdown } of parts) {
    const known = recognise(breakdown);
    if (!known) continue;
    const all = { measure, breakdown: known.whole };
    const telling: Telling = {
      group: known.group,
      of: { measure, breakdown },
      beside:
        known.beside === undefined
          ? { kind: 'rest', all }
          : { kind: 'others', at: { measure, breakdown: known.beside } },
      all,
    };
    found.set(measure, [...(found.get(measure) ?? []), telling]);
  }
  return found;
}
