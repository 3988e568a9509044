import { done, refuse } from '../result.ts';
import type { Result } from '../result.ts';
import type { Fact } from './fact.ts';

type Merge = {
  readonly kept: number;
  readonly gone: number;
  readonly moved: readonly string[];
  isUndone: boolean;
};

/**
 * Which record is in which cluster, as facts made it so. A cluster keeps its number as long as it lives; what merges
 * keeps the older number; undoing a merge gives the other its number and its records back. Pure: nothing is written.
 */
export class ClusterBook {
  readonly #clusterOf = new Map<string, number>();
  readonly #records = new Map<number, Set<string>>();
  readonly #apart = new Map<string, Set<string>>();
  readonly #merges: Merge[] = [];
  #next = 1;

  get size(): number {
    return this.#clusterOf.size;
  }

  /** The number that the next new cluster gets. */
  get nextCluster(): number {
    return this.#next;
  }

  /** The cluster of a record; undefined where the record is not known. */
  clusterOf(record: string): number | undefined {
    return this.#clusterOf.get(record);
  }

  /** The records of a cluster, in the order of their names. */
  recordsOf(cluster: number): readonly string[] {
    return [...(this.#records.get(cluster) ?? [])].toSorted();
  }

  /** All clusters with their records, in order: the same book is the same text. */
  text(): string {
    const clusters = [...this.#records]
      .filter(([, records]) => records.size > 0)
      .toSorted(([one], [other]) => one - other);
    return clusters
      .map(([cluster, records]) => `${cluster} ${JSON.stringify([...records].toSorted())}\n`)
      .join('');
  }

  /** How many merges there have been; the number of the next one. */
  get merges(): number {
    return this.#merges.length;
  }

  /** Two records, one in each of these clusters, that must stay apart; undefined where there are none. */
  keptApart(one: number, other: number): readonly [string, string] | undefined {
    const first = this.#records.get(one) ?? new Set();
    const second = this.#records.get(other) ?? new Set();
    const [smaller, larger] = first.size <= second.size ? [first, second] : [second, first];
    for (const record of smaller)
      for (const away of this.#apart.get(record) ?? []) if (larger.has(away)) return [record, away];
    return undefined;
  }

  /** Why a fact cannot be; what it would change stays as it is. */
  check(fact: Fact): Result<Fact> {
    const fault = this.#faultOf(fact);
    return fault ? refuse({ place: JSON.stringify(fact).slice(0, 200), ...fault }) : done(fact);
  }

  /** Takes a fact that was checked. */
  take(fact: Fact): void {
    switch (fact.is) {
      case 'added':
        this.#next = Math.max(this.#next, fact.cluster + 1);
        this.#move(fact.record, fact.cluster);
        return;
      case 'merged': {
        const moved = this.recordsOf(fact.gone);
        for (const record of moved) this.#move(record, fact.kept);
        this.#merges.push({ kept: fact.kept, gone: fact.gone, moved, isUndone: false });
        return;
      }
      case 'unmerged': {
        const merge = this.#merges[fact.merge];
        for (const record of merge?.moved ?? []) this.#move(record, merge?.gone ?? -1);
        if (merge) merge.isUndone = true;
        return;
      }
      case 'split':
        this.#next = Math.max(this.#next, fact.to + 1);
        for (const record of fact.records) this.#move(record, fact.to);
        return;
      case 'kept-apart':
        this.#keep(fact.one, fact.other);
        this.#keep(fact.other, fact.one);
        return;
      default:
        this.#apart.get(fact.one)?.delete(fact.other);
        this.#apart.get(fact.other)?.delete(fact.one);
    }
  }

  #faultOf(fact: Fact): { reason: string; words: string } | undefined {
    if (fact.is === 'added')
      return this.#clusterOf.has(fact.record)
        ? { reason: 'known-record', words: `Record ${fact.record} is in the store already.` }
        : undefined;
    if (fact.is === 'merged') return this.#faultOfMerge(fact.kept, fact.gone);
    if (fact.is === 'unmerged') return this.#faultOfUndoing(fact.merge);
    if (fact.is === 'split') return this.#faultOfSplit(fact.from, fact.records);
    const unknown = [fact.one, fact.other].find((record) => !this.#clusterOf.has(record));
    if (unknown !== undefined)
      return { reason: 'unknown-record', words: `Record ${unknown} is not in the store.` };
    if (fact.is === 'kept-apart')
      return this.#clusterOf.get(fact.one) === this.#clusterOf.get(fact.other)
        ? {
            reason: 'together',
            words: `Records ${fact.one} and ${fact.other} are one person in the store. Split them first.`,
          }
        : undefined;
    const [first, second] = fact.by;
    if (first === second || first === '' || second === '')
      return {
        reason: 'one-person',
        words:
          'Two different people must say that records which were kept apart may come together. Name both.',
      };
    return this.#apart.get(fact.one)?.has(fact.other)
      ? undefined
      : { reason: 'not-apart', words: 'Nobody keeps these records apart.' };
  }

  #faultOfMerge(kept: number, gone: number): { reason: string; words: string } | undefined {
    const [one, other] = [this.#records.get(kept)?.size ?? 0, this.#records.get(gone)?.size ?? 0];
    if (kept === gone || one === 0 || other === 0)
      return { reason: 'no-two-clusters', words: `${kept} and ${gone} are not two clusters of the store.` };
    const apart = this.keptApart(kept, gone);
    return (
      apart && {
        reason: 'kept-apart',
        words: `Records ${apart[0]} and ${apart[1]} must never be joined: somebody with the right to say so said so.`,
      }
    );
  }

  #faultOfUndoing(merge: number): { reason: string; words: string } | undefined {
    const of = this.#merges[merge];
    if (!of || of.isUndone)
      return { reason: 'no-merge', words: `Merge ${merge} is none, or was undone before.` };
    const elsewhere = of.moved.find((record) => this.#clusterOf.get(record) !== of.kept);
    if (elsewhere === undefined && (this.#records.get(of.gone)?.size ?? 0) === 0) return undefined;
    return {
      reason: 'changed-since',
      words: `What merge ${merge} joined has changed since. Undo what came after it first.`,
    };
  }

  #faultOfSplit(from: number, records: readonly string[]): { reason: string; words: string } | undefined {
    const of = this.#records.get(from);
    const all = records.length > 0 && records.every((record) => of?.has(record));
    if (all && new Set(records).size < (of?.size ?? 0)) return undefined;
    return {
      reason: 'no-part',
      words: `These records are no part of cluster ${from}, or all of it. Name some of its records.`,
    };
  }

  #move(record: string, cluster: number): void {
    const before = this.#clusterOf.get(record);
    if (before !== undefined) this.#records.get(before)?.delete(record);
    this.#clusterOf.set(record, cluster);
    const records = this.#records.get(cluster);
    if (records) records.add(record);
    else this.#records.set(cluster, new Set([record]));
  }

  #keep(one: string, other: string): void {
    const apart = this.#apart.get(one);
    if (apart) apart.add(other);
    else this.#apart.set(one, new Set([other]));
  }
}
