export type Link = { key: string; above: readonly string[] };

/** The ways round in which things stand above themselves: each ring once, its first key again at its end. */
export function ringsIn(links: readonly Link[]): string[][] {
  const above = new Map(links.map((link) => [link.key, link.above]));
  const finished = new Set<string>();
  const found: string[][] = [];
  for (const start of links) {
    const trail: string[] = [];
    // depth-first without recursion: a chain may be as long as the framework
    const stack: { key: string; leaving: boolean }[] = [{ key: start.key, leaving: false }];
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.leaving) {
        trail.pop();
        finished.add(step.key);
        continue;
      }
      if (finished.has(step.key)) continue;
      const at = trail.indexOf(step.key);
      if (at >= 0) {
        found.push([...trail.slice(at), step.key]);
        continue;
      }
      trail.push(step.key);
      stack.push({ key: step.key, leaving: true });
      for (const key of above.get(step.key) ?? []) stack.push({ key, leaving: false });
    }
  }
  return found;
}
