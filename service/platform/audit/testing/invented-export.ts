import { createHash } from 'node:crypto';
import { sealOf, type Head } from '../verify-audit.ts';

/** An entry as an export holds it. */
export type InventedEntry = Record<string, string | number | null>;

const partnership = '00000000-0000-7000-8000-0000000000a1';
const chains = [partnership, '00000000-0000-7000-8000-0000000000e1', '00000000-0000-7000-8000-0000000000e2'];
const ways = ['read', 'written', 'disclosed', 'refused', 'deleted'];

/** An export of so many invented entries in three chains, as the database would have sealed them. */
export function inventedExport(count: number): InventedEntry[] {
  const entries = [...inventedEntries(count)];
  // chain by chain, as an export writes them
  return chains.flatMap((chain) => entries.filter((entry) => entry['chain'] === chain));
}

/** The same one after the other, as they were written. */
export function* inventedEntries(count: number): Generator<InventedEntry> {
  const last = new Map<string, InventedEntry>();
  for (let index = 0; index < count; index += 1) {
    const chain = chains[((index * 7) % 5) % 3] ?? partnership;
    const before = last.get(chain);
    const entry = sealed({
      partnership,
      chain,
      sequence: Number(before?.['sequence'] ?? 0) + 1,
      number: index + 1,
      id: idOf('entry', index),
      ...whoAndWhat(index),
      previous: String(before?.['hash'] ?? '0'.repeat(64)),
      hash: '',
    });
    last.set(chain, entry);
    yield entry;
  }
}

function whoAndWhat(index: number): InventedEntry {
  const isPerson = index % 9 !== 0;
  const day = String(1 + (index % 28)).padStart(2, '0');
  const thousandths = String(index % 1000).padStart(3, '0');
  return {
    at: `2026-11-${day}T09:30:00.${thousandths}000Z`,
    actor: isPerson ? 'person' : 'service',
    person: isPerson ? idOf('person', index % 40) : null,
    service: isPerson ? null : 'families.remind',
    roles: isPerson ? 'practitioner' : '',
    relationship: isPerson ? 'lead-worker' : 'none',
    purpose: 'direct-help',
    act: 'families.record-read',
    way: ways[index % 5] ?? 'read',
    subjectKind: 'child',
    subjectId: idOf('child', index % 100),
    partKind: index % 3 === 0 ? 'entry' : null,
    partId: index % 3 === 0 ? idOf('part', index) : null,
    correlation: `req-${index}`,
    digests: index % 5 === 1 ? `note=${createHash('sha256').update(String(index)).digest('hex')}` : '',
  };
}

/** The entry with the seal that fits it. */
export function sealed(entry: InventedEntry): InventedEntry {
  return { ...entry, hash: sealOf(entry) };
}

/** Where each chain of an export ends, as a head says it. */
export function headsOf(entries: readonly InventedEntry[]): Head[] {
  const last = new Map(entries.map((entry) => [String(entry['chain']), entry]));
  return [...last].map(([chain, entry]) => ({
    partnership,
    chain,
    sequence: Number(entry['sequence']),
    hash: String(entry['hash']),
    at: '2026-11-28T23:00:00.000Z',
    from: 'audit-heads-2026-11-28.json',
  }));
}

export function idOf(kind: string, index: number): string {
  const hex = createHash('sha256').update(`${kind} ${index}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
