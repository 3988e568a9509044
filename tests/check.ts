// Everything that must hold before a change lands, in order of how soon it tells: `npm run check`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const tool = (name: string) => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

const steps: readonly { name: string; command: readonly string[] }[] = [
  { name: 'format', command: [tool('oxfmt'), '--check', '.'] },
  { name: 'lint', command: [tool('oxlint'), '--type-aware', '--deny-warnings', '.'] },
  { name: 'types', command: [tool('tsc'), '-p', '.'] },
  { name: 'unused code', command: [tool('knip')] },
  { name: 'guards and tests', command: [fileURLToPath(new URL('./run.ts', import.meta.url))] },
];

for (const step of steps) {
  process.stdout.write(`— ${step.name}\n`);
  const flags = step.command[0]?.endsWith('.ts')
    ? ['--disable-warning=ExperimentalWarning', '--import', new URL('../bin/tsx.mjs', import.meta.url).href]
    : [];
  const ran = spawnSync(process.execPath, [...flags, ...step.command], { cwd: root, stdio: 'inherit' });
  if (ran.status !== 0) {
    process.stderr.write(`The step "${step.name}" did not pass.\n`);
    process.exit(ran.status ?? 1);
  }
}
process.stdout.write('All of it holds.\n');
