/** Which of some cells go up to the base: so many of them, chosen so that sums of them stay near what is wanted. */
export type ToChoose = {
  readonly base: number;
  /** how many go up */
  readonly many: number;
  /** out of how many */
  readonly of: number;
  /** the sums to be kept near, as positions */
  readonly cells: readonly (readonly number[])[];
  /** what each of them should come to */
  readonly wanted: readonly number[];
  /** in which order equals are looked at */
  readonly order: (many: number) => readonly number[];
};

/**
 * Chooses greedily by how much is still wanted along a cell's sums, then takes back whichever was chosen worst, until
 * the one taken back would be the one chosen last. The measure of a cell is Σ over its sums of (wanted − chosen).
 */
export function chooseUp(given: ToChoose): ReadonlySet<number> {
  const { many, of, cells, order } = given;
  if (many === 0) return new Set();
  const choice = choiceOf(given, order(of));
  if (cells.length === 0) return new Set(choice.waiting.slice(0, many));
  if (many === of) return new Set(choice.waiting);
  while (choice.chosen.length < many) choice.raise();
  for (let turn = 0; turn < many + 100; turn += 1) {
    if (!choice.lowerWorst()) break;
    while (choice.chosen.length < many) choice.raise();
  }
  return new Set(choice.chosen);
}

function choiceOf({ base, of, cells, wanted }: ToChoose, order: readonly number[]) {
  const measure = new Float64Array(of);
  const sumsOf: number[][] = Array.from({ length: of }, () => []);
  for (const [sum, cell] of cells.entries())
    for (const position of cell) {
      sumsOf[position]?.push(sum);
      measure[position] = (measure[position] ?? 0) + (wanted[sum] ?? 0);
    }
  const move = (position: number, by: number) => {
    for (const sum of sumsOf[position] ?? [])
      for (const other of cells[sum] ?? []) measure[other] = (measure[other] ?? 0) + by;
  };
  const waiting = [...order];
  /** the latest first */
  const chosen: number[] = [];
  return {
    waiting,
    chosen,
    raise: (): void => {
      const place = bestPlace(waiting, (position) => measure[position] ?? 0);
      const [position] = waiting.splice(place, 1);
      if (position === undefined) return;
      chosen.unshift(position);
      move(position, -base);
    },
    lowerWorst: (): boolean => {
      const place = bestPlace(chosen, (position) => -(measure[position] ?? 0));
      if (place === 0) return false;
      const [position] = chosen.splice(place, 1);
      if (position === undefined) return false;
      waiting.unshift(position);
      move(position, base);
      return true;
    },
  };
}

/** The place of the greatest; the first of equals. */
function bestPlace(positions: readonly number[], valueOf: (position: number) => number): number {
  let best = 0;
  for (const [place, position] of positions.entries())
    if (valueOf(position) > valueOf(positions[best] ?? position)) best = place;
  return best;
}
