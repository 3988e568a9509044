import assert from 'node:assert/strict';
import { test } from 'node:test';
import { purposes } from '#platform/access/purposes.ts';
import { bases } from './bases.ts';
import { bodyKinds } from './body-kinds.ts';
import { mayUseBasis } from './may-use-basis.ts';

/**
 * Written from the law apart from the code, a column for each kind of body in the order of the first line: yes, no, and L
 * where only what the law lists (keeping children safe, a demand of the law) is open.
 */
const written = `
                                 task  otherwise  provider  charity  company
consent                          yes   yes        yes       yes      yes
contract                         no    yes        no        yes      yes
legal-obligation                 yes   yes        yes       yes      yes
vital-interests                  yes   yes        yes       yes      yes
public-task                      yes   no         yes       no       no
recognised-legitimate-interest   no    L          no        L        L
legitimate-interests             no    yes        no        yes      yes
`;

const columns = {
  task: 'public-body-in-its-tasks',
  otherwise: 'public-body-otherwise',
  provider: 'provider-of-a-public-task',
  charity: 'charity',
  company: 'company',
} as const;

test('R3: every kind of body with every basis for every purpose is as the law has it: 0 wrong of 280', () => {
  const [head = '', ...lines] = written.trim().split('\n');
  const names = head.trim().split(/\s+/);
  let cells = 0;
  const wrong: string[] = [];
  for (const line of lines) {
    const [name = '', ...answers] = line.trim().split(/\s+/);
    const basis = bases.find((one) => one === name);
    assert.ok(basis, `the table names a basis that is none: ${name}`);
    for (const [index, answer] of answers.entries()) {
      const column = Object.entries(columns).find(([short]) => short === names[index]);
      assert.ok(column);
      const [, kind] = column;
      for (const purpose of purposes) {
        const listed = purpose === 'safeguarding' || purpose === 'compelled-by-law';
        const expected = answer === 'yes' || (answer === 'L' && listed);
        const { may, because, source } = mayUseBasis(kind, basis, purpose);
        cells += 1;
        if (may !== expected) wrong.push(`${kind} ${basis} ${purpose}`);
        assert.ok(because !== '' && source !== '', `${kind} ${basis} has its reason and its source`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.equal(cells, bases.length * bodyKinds.length * purposes.length);
  assert.equal(cells, 280);
});

test('R3: a public body in its tasks never rests on an interest, legitimate or recognised', () => {
  for (const purpose of purposes)
    for (const basis of ['legitimate-interests', 'recognised-legitimate-interest'] as const)
      assert.equal(mayUseBasis('public-body-in-its-tasks', basis, purpose).may, false);
});
