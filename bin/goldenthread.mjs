#!/usr/bin/env node
// The command line's first step, in plain JavaScript: install where missing, then run on the pinned runtime.
import { fileURLToPath } from 'node:url';
import { installWhereMissing } from './install.mjs';
import { run } from './run.mjs';

installWhereMissing();
// V8's optimiser needs 600 MB for one function of the embedded database's WebAssembly; its baseline compiler does not
// (decision 1). A server's client holds no WebAssembly, and keeps the optimiser.
const flags = process.env.DATABASE_URL ? [] : ['--liftoff-only'];
run(fileURLToPath(new URL('./goldenthread.ts', import.meta.url)), process.argv.slice(2), flags);
