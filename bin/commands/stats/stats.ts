import { buffer } from 'node:stream/consumers';
import { WrongUse, type Call, type Deed } from '../../command-line/command.ts';
import { readGivenFile } from '../../command-line/read-given-file.ts';
import { answerWith } from './answer.ts';
import { askedOf } from './asked.ts';
import type { Method } from './method.ts';
import { readSheet } from './sheet.ts';

/** Does the work of one method: a table in, the same table and what was made of it out. It needs neither service nor database. */
export async function statsDeed(method: Method): Promise<Deed> {
  const compute = await method.open();
  return {
    async run(call) {
      const path = call.valueOf('in');
      if (path === undefined)
        throw new WrongUse(
          `\`stats ${method.name}\` needs --in FILE.csv, or --in - to read what is piped in.`,
        );
      const sheet = readSheet(await bytesOf(path), path === '-' ? 'what was piped in' : path);
      const asked = askedOf({ call, method, sheet });
      const { rows, kept } = compute(asked);
      return answerWith(method, rows, { path: outOf(call), columns: kept, levels: asked.levels });
    },
  };
}

function bytesOf(path: string): Promise<Uint8Array> {
  return path === '-' ? buffer(process.stdin) : readGivenFile(path);
}

/** `--out -` is stdout, as it is without. */
function outOf(call: Call): string | undefined {
  const out = call.valueOf('out');
  return out === '-' ? undefined : out;
}
