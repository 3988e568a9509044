import { setImmediate as otherWorkFirst } from 'node:timers/promises';
import { gathering } from '../../domain/bringing-in/gathered.ts';
import type { Gathering } from '../../domain/bringing-in/gathered.ts';
import type { Placed } from '../../domain/bringing-in/places.ts';
import { refusals } from '../../domain/bringing-in/refusals.ts';
import type { Refusals } from '../../domain/bringing-in/refusals.ts';
import { mostListed } from '../../domain/bringing-in/summary.ts';
import type { ImportSummary } from '../../domain/bringing-in/summary.ts';
import type { ReadPart } from '../../domain/formats/table/source.ts';
import { refusedRow } from '../../domain/observation.ts';
import type { Observation, PublishedArea, RefusedRow } from '../../domain/observation.ts';
import type { Day } from '#platform/kernel/day.ts';

/** Finds the area that a file speaks of. */
export type FindPlace = (area: PublishedArea, on: Day) => Placed;

/** All that a file holds, in memory, and what was noticed on the way. */
export type Gathered = {
  figures: Gathering;
  refused: Refusals;
  rowsRead: number;
  rowsRepeated: number;
  notes: readonly string[];
  areas: ImportSummary['areas'];
};

/** More than any file that publishers give (LAIT's has 0.6 million), and less than would crowd out the service. */
const mostFigures = 3_000_000;
/** observations dealt with before pages get their turn: some ten milliseconds */
const atOnce = 4000;

/** Reads a file to its end and gathers its figures into series. Pages are answered between its parts. */
export async function gatherFigures(
  parts: AsyncIterable<ReadPart>,
  find: FindPlace,
  tell: (rowsRead: number) => void,
): Promise<Gathered> {
  const figures = gathering();
  const refused = refusals();
  const places = placesSeen(find);
  const notes = new Set<string>();
  let rowsRead = 0;
  let rowsRepeated = 0;
  let lastRepeated = 0;
  for await (const part of parts) {
    rowsRead += part.rowsRead;
    rowsRepeated += part.repeated;
    for (const refusal of part.refused) refused.take(refusal);
    if (notes.size < mostListed) for (const note of part.notes) notes.add(note);
    for (let from = 0; from < part.observations.length; from += atOnce) {
      for (const observation of part.observations.slice(from, from + atOnce)) {
        const placed = places.place(observation);
        const added = 'code' in placed ? figures.add(observation, placed.code) : placed;
        if (typeof added === 'object') refused.take(added);
        else if (added === 'repeated' && observation.line !== lastRepeated) {
          rowsRepeated += 1;
          lastRepeated = observation.line;
        }
      }
      await otherWorkFirst();
    }
    if (part.observations.length === 0) await otherWorkFirst();
    tell(rowsRead);
    if (figures.figures > mostFigures) refused.take(tooMany());
    if (refused.ofFile) break;
  }
  return { figures, refused, rowsRead, rowsRepeated, notes: [...notes], areas: places.seen() };
}

/** Places areas, and remembers which were found, which were not, and which stood outside their dates. */
function placesSeen(find: FindPlace) {
  const found = new Set<string>();
  const outside = new Map<string, string>();
  const unknown = new Map<string, { name: string; code: string; rows: number }>();
  const lastLine = new Map<string, number>();
  return {
    place({ area, period, line }: Observation): { code: string } | RefusedRow {
      if (area.level === 'Local authority district') return districtRow(area, line);
      const placed = find(area, period.end);
      if (placed.kind === 'found') {
        found.add(placed.code);
        if (placed.outsideItsDates) outside.set(placed.code, area.name);
        return placed;
      }
      const code = area.code ?? area.dfeCode ?? '';
      const key = `${code} ${area.name}`;
      const known = unknown.get(key) ?? { name: area.name, code, rows: 0 };
      if (lastLine.get(key) !== line) known.rows += 1;
      lastLine.set(key, line);
      unknown.set(key, known);
      return notPlaced(placed.kind, { area, line });
    },
    seen: (): ImportSummary['areas'] => ({
      found: found.size,
      outsideTheirDates: [...outside.values()].toSorted(),
      unknown: [...unknown.values()].toSorted((a, b) => b.rows - a.rows).slice(0, mostListed),
    }),
  };
}

const whyNotPlaced = {
  unknown: {
    words: 'The area’s code is none that is known here.',
    mend: 'Nothing needs mending where you do not need such areas (districts, health boards, trusts). A zone of your own has to be written down as an area first.',
  },
  ambiguous: {
    words: 'The area’s number has stood for several areas, and the period does not decide between them.',
    mend: 'Give the area’s nine-character code.',
  },
  disagreeing: {
    words: 'The area’s code and its name, or its two codes, belong to different areas.',
    mend: 'Check the row against the publisher’s file: a column may have slipped.',
  },
} as const;

function notPlaced(
  kind: keyof typeof whyNotPlaced,
  { area, line }: { area: PublishedArea; line: number },
): RefusedRow {
  const text = [area.code, area.dfeCode, area.name].filter((each) => each !== undefined).join(' ');
  const reason = kind === 'unknown' ? 'unknown-area' : `area-${kind}`;
  return refusedRow({ about: 'row', line, text, reason, ...whyNotPlaced[kind] });
}

/** A district may bear the code of an authority and have other figures: other children are counted. */
function districtRow(area: PublishedArea, line: number): RefusedRow {
  return refusedRow({
    about: 'row',
    line,
    text: [area.code, area.name].filter((each) => each !== undefined).join(' '),
    reason: 'district',
    words: 'The row is about a district; figures of authorities, regions and the country are kept.',
    mend: 'Nothing needs mending.',
  });
}

function tooMany(): RefusedRow {
  return {
    about: 'file',
    line: 1,
    text: '',
    reason: 'too-many-figures',
    words: 'The file holds more than three million figures.',
    mend: 'Ask the publisher’s site for fewer years or fewer columns, and bring them in one after the other.',
  };
}
