// Teaches Node to load .tsx: esbuild turns it into JavaScript as it is imported. Plain .ts is left to Node itself,
// so that syntax which cannot simply be erased (an enum, say) fails at once. What was turned once is kept, so that a
// later start needs no compiler.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { version } = require('esbuild/package.json');
const kept = new URL('../.cache/tsx/', import.meta.url);

// what Node makes of our files is kept beside it: a start of the whole service takes a third less
enableCompileCache(fileURLToPath(new URL('../.cache/node/', import.meta.url)));

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const sourcefile = fileURLToPath(url);
    const source = readFileSync(sourcefile, 'utf8');
    return { format: 'module', source: keptCode(sourcefile, source), shortCircuit: true };
  },
});

function keptCode(sourcefile, source) {
  // at the end, because a line at the top would shift the source map
  const mark = `//${digest(`${version} ${sourcefile} ${source}`)}\n`;
  const place = new URL(`${digest(sourcefile)}.js`, kept);
  try {
    const code = readFileSync(place, 'utf8');
    if (code.endsWith(mark)) return code;
  } catch {
    // not kept yet
  }
  const code = `${turn(sourcefile, source)}\n${mark}`;
  keep(place, code);
  return code;
}

function turn(sourcefile, source) {
  const { transformSync } = require('esbuild');
  const { code } = transformSync(source, {
    loader: 'tsx',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcefile,
    tsconfigRaw: {},
  });
  return code;
}

/** Written aside and moved into place, because several processes may start at once. */
function keep(place, code) {
  try {
    mkdirSync(kept, { recursive: true });
    const aside = new URL(`${place.href}.${process.pid}.part`);
    writeFileSync(aside, code);
    renameSync(aside, place);
  } catch {
    // nowhere to keep it: it is turned anew each time
  }
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
