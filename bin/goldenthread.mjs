#!/usr/bin/env node
// The command line's first step, in plain JavaScript: install where missing, then run on the pinned runtime.
import { fileURLToPath } from 'node:url';
import { installWhereMissing, run } from './run.mjs';

installWhereMissing();
run(fileURLToPath(new URL('./goldenthread.ts', import.meta.url)), process.argv.slice(2));
