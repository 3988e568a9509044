// Runs one named bench and prints its figures: `npm run bench -- NAME [--json]`; `npm run bench -- list` names them.
import { readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';
import type { Bench } from './bench.ts';

const folder = new URL('./', import.meta.url);
const notBenches = new Set(['run.ts', 'bench.ts']);
const shape = z.object({
  bench: z.custom<Bench>((value) => typeof value === 'object' && value !== null && 'run' in value),
});

const benches = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !notBenches.has(name))
    .map(async (name) => shape.parse(await import(new URL(name, folder).href)).bench),
);

const [name] = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const asJson = process.argv.includes('--json');
const wanted = benches.find((bench) => bench.name === name);
if (wanted) await measure(wanted);
else {
  const list = benches.map((bench) => `  ${bench.name.padEnd(12)} ${bench.says}`).join('\n');
  process.stdout.write(`npm run bench -- NAME [--json]\n\n${list}\n`);
  if (name !== undefined && name !== 'list') {
    process.stderr.write(`\nThere is no bench called ${name}.\n`);
    process.exitCode = 2;
  }
}

async function measure(bench: Bench): Promise<void> {
  if (!asJson) process.stdout.write(`${bench.says}\n`);
  const figures = await bench.run();
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
  };
  if (asJson) process.stdout.write(`${JSON.stringify({ bench: bench.name, figures, machine })}\n`);
  else {
    const width = Math.max(...Object.keys(figures).map((key) => key.length));
    for (const [key, value] of Object.entries(figures))
      process.stdout.write(`  ${key.padEnd(width)}  ${value}\n`);
    process.stdout.write(
      `  on ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${machine.node}, ${machine.system}\n`,
    );
  }
}
