/** One phase of a job: the time on the clock, of processors, and the most memory the process had held when it ended. */
export type Phase = {
  readonly phase: string;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMb: number;
};

/** Times what is done one after the other. */
export class Phases {
  readonly all: Phase[] = [];

  /** Does it, and writes down how long it took. */
  async time<Value>(phase: string, does: () => Value | Promise<Value>): Promise<Value> {
    const processor = process.cpuUsage();
    const began = performance.now();
    const value = await does();
    const { user, system } = process.cpuUsage(processor);
    this.all.push({
      phase,
      seconds: (performance.now() - began) / 1000,
      processorSeconds: (user + system) / 1e6,
      peakMb: process.resourceUsage().maxRSS / 1024,
    });
    return value;
  }
}
