// Teaches Node to load .tsx: esbuild turns it into JavaScript as it is imported. Plain .ts is left to Node itself,
// so that syntax which cannot simply be erased (an enum, say) fails at once.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const sourcefile = fileURLToPath(url);
    const { code } = transformSync(readFileSync(sourcefile, 'utf8'), {
      loader: 'tsx',
      format: 'esm',
      target: 'node24',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile,
      tsconfigRaw: {},
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
