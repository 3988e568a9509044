import type { SettleCounts } from './count-rows.ts';

const minuteMs = 60_000;
/** From this share of its allowance on, what an address asks of one process is told to the others. */
const toldFrom = 1 / 20;
const settleEveryMs = 1_000;
/** Whoever hurries is told of sooner, and still not with every request. */
const settleGapMs = 100;
/** Addresses remembered in one minute; beyond that the oldest begin anew. */
const mostSenders = 100_000;

type Counted = {
  /** asked of this process in this minute */
  own: number;
  /** of those, told to the others */
  told: number;
  /** asked of the others, as far as they have told */
  elsewhere: number;
  most: number;
};

/** How far a sender has come in this minute, and how long the minute goes on. */
export type Standing = { current: number; ttl: number };

/**
 * How many requests each address makes in a minute. Counting waits for nothing: a process counts for itself, and tells
 * the others of those few who come near their limit, once a second, and sooner where somebody hurries. So an address that
 * goes to several processes can exceed its limit by what it asks of them in a tenth of a second and a twentieth for each,
 * and a page waits for no answer of the database.
 */
export class RequestCounts {
  readonly #clock: () => Date;
  readonly #settle: SettleCounts | undefined;
  readonly #senders = new Map<string, Counted>();
  #minute = 0;
  #settledAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #settling: Promise<void> | undefined;

  /** @param settle tells the other processes; left out where there are none */
  constructor(clock: () => Date, settle?: SettleCounts) {
    this.#clock = clock;
    this.#settle = settle;
  }

  /** One more request of this sender, who may make `most` in a minute. */
  count(sender: string, most: number): Standing {
    const now = this.#clock().getTime();
    this.#turnTo(Math.floor(now / minuteMs));
    const counted = this.#senders.get(sender) ?? { own: 0, told: 0, elsewhere: 0, most };
    counted.own += 1;
    this.#senders.set(sender, counted);
    if (counted.own - counted.told > most * toldFrom && now - this.#settledAt > settleGapMs)
      this.#settleSoon();
    const oldest = this.#senders.size > mostSenders ? this.#senders.keys().next().value : undefined;
    if (oldest !== undefined) this.#senders.delete(oldest);
    return { current: counted.own + counted.elsewhere, ttl: minuteMs - (now % minuteMs) };
  }

  /** Tells the others from now on. */
  start(): void {
    if (!this.#settle) return;
    this.#timer ??= setInterval(() => this.#settleSoon(), settleEveryMs).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#settling;
  }

  /** One telling at a time. */
  #settleSoon(): void {
    if (!this.#timer) return;
    this.#settledAt = this.#clock().getTime();
    this.#settling ??= this.settleNow().finally(() => void (this.#settling = undefined));
  }

  /** Tells the others what is new, and hears from them; where the database is away, each process counts for itself. */
  async settleNow(): Promise<void> {
    const minute = this.#minute;
    const near = [...this.#senders].filter(([, { own, most }]) => own >= Math.max(2, most * toldFrom));
    const fresh = near.map(([sender, { own, told }]) => ({ sender, requests: own - told, own }));
    try {
      if (!this.#settle || fresh.length === 0) return;
      const all = await this.#settle(minute, fresh);
      if (minute !== this.#minute) return;
      for (const { sender, own } of fresh) {
        const counted = this.#senders.get(sender);
        const together = all.get(sender);
        if (counted && together !== undefined)
          Object.assign(counted, { told: own, elsewhere: together - own });
      }
    } catch {
      // told with the next
    }
  }

  #turnTo(minute: number): void {
    if (minute === this.#minute) return;
    this.#minute = minute;
    this.#senders.clear();
  }
}
