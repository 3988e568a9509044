import { z } from 'zod';
import type { Step } from '../../service/seed.ts';

/** Where progress is shown. */
export type Screen = { write(text: string): void; isTerminal: boolean; columns: number };

export type Progress = {
  tell: (step: Step) => void;
  /** clears the bar away, so that other words can stand there */
  clear(): void;
};

const step = z.object({ says: z.string(), done: z.number().optional(), of: z.number().optional() });

/** Word of progress as it came over the socket. */
export function readStep(event: unknown): Step {
  const { says, done, of } = step.parse(event);
  return { says, ...(done === undefined ? {} : { done }), ...(of === undefined ? {} : { of }) };
}

const betweenLinesMs = 3_000;
const betweenDrawsMs = 80;

/** Progress as a bar on a terminal, and as a line a few seconds apart elsewhere (a log, a file). */
export function progressOn(screen: Screen, clock: () => number): Progress {
  return screen.isTerminal ? bar(screen, clock) : lines(screen, clock);
}

function bar(screen: Screen, clock: () => number): Progress {
  let drawn = false;
  let said = '';
  let last = Number.NEGATIVE_INFINITY;
  return {
    tell(step) {
      const isEnd = step.done !== undefined && step.done === step.of;
      if (step.says === said && !isEnd && clock() - last < betweenDrawsMs) return;
      said = step.says;
      last = clock();
      drawn = true;
      screen.write(`\r\u001b[2K${sayBar(step).slice(0, screen.columns - 1)}`);
    },
    clear() {
      if (drawn) screen.write('\r\u001b[2K');
      drawn = false;
    },
  };
}

function lines(screen: Screen, clock: () => number): Progress {
  let said = '';
  let last = clock();
  return {
    tell(step) {
      const isNew = step.says !== said;
      if (!isNew && clock() - last < betweenLinesMs) return;
      said = step.says;
      last = clock();
      screen.write(`${sayLine(step)}\n`);
    },
    clear: () => {},
  };
}

const width = 24;

function sayBar(step: Step): string {
  const part = partOf(step);
  if (part === undefined) return `${step.says}…${sayDone(step)}`;
  const full = Math.round(part * width);
  return `${step.says} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${sayPart(step, part)}`;
}

function sayLine(step: Step): string {
  const part = partOf(step);
  return part === undefined ? `${step.says}…${sayDone(step)}` : `${step.says}: ${sayPart(step, part)}`;
}

/** Where nobody knows yet how much there is. */
function sayDone({ done }: Step): string {
  return done === undefined || done === 0 ? '' : ` ${count.format(done)}`;
}

const count = new Intl.NumberFormat('en-GB');

function sayPart({ done = 0, of = 0 }: Step, part: number): string {
  return `${Math.floor(part * 100)}% (${count.format(done)} of ${count.format(of)})`;
}

function partOf({ done, of }: Step): number | undefined {
  return done === undefined || of === undefined || of === 0 ? undefined : Math.min(1, done / of);
}
