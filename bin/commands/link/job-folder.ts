import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refused } from '../../command-line/command.ts';
import { fileRefused } from '../../command-line/read-given-file.ts';
import { writeWhole } from '../../command-line/write-whole.ts';

const noteName = 'stages.json';
const note = z.object({
  format: z.literal('goldenthread-link-job-1'),
  inputs: z.string(),
  files: z.array(z.object({ name: z.string(), file: z.string() })),
  truth: z.string().nullable(),
  finished: z.record(z.string(), z.string()),
});
type Note = z.infer<typeof note>;

/** What a job is about: the files, and what else decides what comes out. */
export type Inputs = Pick<Note, 'files' | 'truth'> & { readonly said: unknown };

/** A folder that a job writes to. Each finished stage is noted, so that a job that was killed goes on where it stood. */
export class JobFolder {
  readonly #path: string;
  #note: Note;
  /** whether there was a job of other inputs here before, which was begun anew */
  readonly begunAnew: boolean;

  private constructor(path: string, held: Note, begunAnew: boolean) {
    this.#path = path;
    this.#note = held;
    this.begunAnew = begunAnew;
  }

  /** Opens or makes the folder for a job. @throws Refused where it holds something else */
  static async open(path: string, { files, truth, said }: Inputs): Promise<JobFolder> {
    await mkdir(path, { recursive: true });
    const inputs = await digestOf(files, said);
    const before = await noteIn(path);
    if (before === undefined && (await readdir(path)).length > 0)
      throw new Refused(
        'folder-in-use',
        `${path} holds something else already. Name a folder that is empty or not there yet, or one that such a job wrote.`,
      );
    const isSame = before?.inputs === inputs;
    const held: Note = isSame
      ? before
      : { format: 'goldenthread-link-job-1', inputs, files, truth, finished: {} };
    const folder = new JobFolder(path, held, before !== undefined && !isSame);
    await folder.#clearParts();
    await folder.#write();
    return folder;
  }

  /** Where a file of the job stands. */
  path(name: string): string {
    return join(this.#path, name);
  }

  /** Whether a stage was finished with these inputs. */
  isFinished(stage: string): boolean {
    return this.#note.finished[stage] !== undefined;
  }

  /** What was noted of a finished stage. */
  noted(stage: string): unknown {
    const text = this.#note.finished[stage];
    return text === undefined ? undefined : JSON.parse(text);
  }

  /** Notes that a stage is finished, once its files stand. */
  async finish(stage: string, noted: unknown = {}): Promise<void> {
    this.#note = { ...this.#note, finished: { ...this.#note.finished, [stage]: JSON.stringify(noted) } };
    await this.#write();
  }

  async #write(): Promise<void> {
    await writeWhole(this.path(noteName), `${JSON.stringify(this.#note, null, 2)}\n`);
  }

  /** Takes away what a killed run left half made. */
  async #clearParts(): Promise<void> {
    const parts = (await readdir(this.#path)).filter((name) => /\.\d+\.(?:part|making)$/u.test(name));
    await Promise.all(parts.map((name) => rm(this.path(name), { force: true })));
  }
}

/** The files that the job of a folder was about. @throws Refused where there is none */
export async function jobIn(path: string): Promise<Pick<Note, 'files' | 'truth'>> {
  const held = await noteIn(path);
  if (held) return held;
  throw new Refused('no-job', `${path} is no folder that \`link dedupe\` or \`link pair\` wrote.`);
}

async function noteIn(path: string): Promise<Note | undefined> {
  const text = await readFile(join(path, noteName), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return note.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** One text for all that decides what comes out: the letters of every file, and what was said. */
async function digestOf(files: Note['files'], said: unknown): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([files.map(({ name }) => name), said]));
  for (const { file } of files)
    try {
      for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(part);
    } catch (fault) {
      if (fault instanceof Error) throw fileRefused(file, fault);
      throw fault;
    }
  return hash.digest('hex');
}
