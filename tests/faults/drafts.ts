import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { fileFrom, wordsOn, type Reply, type Visitor } from '../browser/visitor.ts';

const file = fileURLToPath(new URL('../journeys/files/oxbow-plan.yaml', import.meta.url));

/** Brings the invented town's strategy in as a draft, as a manager who has signed in; gives its slug. */
export async function bringDraftIn(manager: Visitor): Promise<string> {
  const held = await manager.sendFiles(await manager.ask('/frameworks/bring-in'), [fileFrom('file', file)]);
  assert.ok(held.to, wordsOn(held).slice(0, 300));
  const brought = await manager.send(await manager.ask(`${held.to}?as=new`), {}, /^Bring it in/);
  return slugOf(brought);
}

/** The slug of the strategy that an answer leads to. */
function slugOf(reply: Reply): string {
  const slug = /\/frameworks\/([^/?]+)/.exec(reply.to ?? '')?.[1];
  assert.ok(slug, `the answer leads to a strategy (${reply.status}): ${wordsOn(reply).slice(0, 300)}`);
  return slug;
}

/** All that a strategy holds now, as its JSON download has it. */
export async function everythingIn(manager: Visitor, slug: string): Promise<unknown> {
  const reply = await manager.ask(`/frameworks/${slug}/framework.json`);
  assert.equal(reply.status, 200);
  return JSON.parse(reply.body);
}

/** Every piece of text in a document, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
