/**
 * The order in which R (3.6 and later) draws without replacement from 1 to n after `set.seed(seed)`: Mersenne Twister
 * with R's scrambling of the seed, and drawing by rejection. Only to repeat a published run whose ties were drawn.
 */
export function orderOfR(seed: number): (many: number) => readonly number[] {
  const next = uniform(seed);
  const below = (limit: number): number => {
    const bits = Math.ceil(Math.log2(limit));
    for (;;) {
      let drawn = 0;
      for (let done = 0; done <= bits; done += 16) drawn = 65_536 * drawn + Math.floor(next() * 65_536);
      const value = drawn % 2 ** bits;
      if (value < limit) return value;
    }
  };
  return (many) => {
    const left = Array.from({ length: many }, (_, index) => index);
    return Array.from({ length: many }, () => {
      const place = below(left.length);
      const drawn = left[place] ?? 0;
      left[place] = left.at(-1) ?? 0;
      left.pop();
      return drawn;
    });
  };
}

function uniform(seed: number): () => number {
  let state = seed >>> 0;
  const scramble = () => (state = (Math.imul(69_069, state) + 1) >>> 0);
  for (let turn = 0; turn < 51; turn += 1) scramble();
  const twister = Uint32Array.from({ length: 624 }, scramble);
  let used = 624;
  return () => {
    if (used === 624) {
      renew(twister);
      used = 0;
    }
    let drawn = twister[used] ?? 0;
    used += 1;
    drawn ^= drawn >>> 11;
    drawn ^= (drawn << 7) & 0x9d2c5680;
    drawn ^= (drawn << 15) & 0xefc60000;
    drawn ^= drawn >>> 18;
    return (drawn >>> 0) * 2.3283064365386963e-10;
  };
}

function renew(twister: Uint32Array): void {
  for (let at = 0; at < 624; at += 1) {
    const joined = ((twister[at] ?? 0) & 0x80000000) | ((twister[(at + 1) % 624] ?? 0) & 0x7fffffff);
    twister[at] = (twister[(at + 397) % 624] ?? 0) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
  }
}
