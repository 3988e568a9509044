import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../../../service/app.ts';

const all = routes({ demonstration: true });

/** Rooms that hold what people tell us of themselves or of others, and where people come in. */
const personal =
  /^\/(sign-in|work|friday|link|account|people|families|children|danger|sharing|audit|rights|post|calendars)\b/;

test('only pages for everybody that change nothing are read from a copy of the database', () => {
  const lagging = all.filter(({ mayLag }) => mayLag);
  assert.ok(lagging.length > 40, `${lagging.length} of ${all.length} pages may lag`);
  const wrong = lagging.filter(
    ({ method, policy, secretAddress, standsAlone, eachTime, path }) =>
      method !== 'GET' ||
      policy !== 'everyone' ||
      secretAddress === true ||
      standsAlone === true ||
      eachTime === true ||
      personal.test(path),
  );
  assert.deepEqual(
    wrong.map(({ method, path }) => `${method} ${path}`),
    [],
  );
});
