/** How long work may take to come to its end once somebody has asked for it. */
const patienceMs = 15_000;

/**
 * Waits until this process is asked to stop (Ctrl+C, SIGTERM, or the program that started it has gone), then stops it
 * gracefully. Resolves to the exit code: 0, or 3 where it could not come to its end in time.
 */
export async function untilStopped(
  stop: () => Promise<void>,
  onAsked: (why: string) => void = () => {},
): Promise<number> {
  const asked = Promise.withResolvers<string>();
  // listeners that stay: a second Ctrl+C must not cut short what the first one began
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => asked.resolve(signal));
  process.on('disconnect', () => asked.resolve('orphaned'));
  // it may have gone while this one was still opening
  if (process.send && !process.connected) asked.resolve('orphaned');
  // the line to the program that started this one does not keep it alive
  process.channel?.unref();
  // nor may it fall asleep because nothing else does
  const awake = setInterval(() => {}, 60_000);
  onAsked(await asked.promise);
  const tooLong = new Promise<number>((resolve) => setTimeout(resolve, patienceMs, 3).unref());
  const code = await Promise.race([stop().then(() => 0), tooLong]);
  clearInterval(awake);
  if (code !== 0) process.exit(code);
  return code;
}
