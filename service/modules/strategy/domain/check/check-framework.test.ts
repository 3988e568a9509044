import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dayOf } from '#platform/kernel/day.ts';
import fc from 'fast-check';
import type { FrameworkDocument } from '../framework-document.ts';
import { readFramework } from '../read-framework.ts';
import { frameworkWith, inventedYaml } from '../testing/invented-framework.ts';
import { byRule, checkFramework, ruleNames, rules } from './check-framework.ts';
import type { Finding, RuleCode, TiedElsewhere } from './check-framework.ts';

const today = dayOf(2026, 11, 22);

function findings(document: FrameworkDocument, elsewhere: Partial<TiedElsewhere> = {}): Finding[] {
  const found = checkFramework({ document, today, elsewhere });
  for (const finding of found) {
    assert.match(finding.sentence, /^[A-Z“][^]*\.$/, finding.sentence);
    assert.match(finding.mend, /[.”]$/, finding.mend);
    assert.doesNotMatch(finding.sentence + finding.mend, /undefined|NaN|\[object/);
  }
  return found;
}

function of(rule: RuleCode, found: readonly Finding[]): Finding[] {
  return found.filter((finding) => finding.rule === rule);
}

function keysOf(rule: RuleCode, document: FrameworkDocument, elsewhere: Partial<TiedElsewhere> = {}) {
  return of(rule, findings(document, elsewhere)).map(({ element }) => element);
}

const vision = { key: 'vision', tier: 'vision', label: 'Vision' };
const outcome = { key: 'safe', tier: 'outcome', label: 'Safe', serves: ['vision'], line: 4 };
const priority = { key: 'early', tier: 'priority', label: 'Early', serves: ['safe'], line: 5 };
const action = { key: 'visit', tier: 'action', label: 'Visit', serves: ['early'], line: 6 };
const indicator = { key: 'fewer', tier: 'indicator', label: 'Fewer plans', serves: ['safe'], line: 7 };

test('a framework with nothing loose has no findings but one that only wants a look', () => {
  const outcomeOfReading = readFramework(inventedYaml);
  assert.ok(outcomeOfReading.done);
  const found = findings(outcomeOfReading.value);
  assert.deepEqual(
    found.map(({ rule, element }) => [rule, element]),
    [
      ['no-measure', 'early-help'],
      ['no-measure', 'first-words'],
    ],
  );
});

test('no measure: an outcome or a priority that nothing at or below it measures', () => {
  const bare = frameworkWith({ elements: [vision, outcome, priority] });
  assert.deepEqual(keysOf('no-measure', bare), ['safe', 'early']);
  const below = frameworkWith({ elements: [vision, outcome, priority, indicator] });
  assert.deepEqual(keysOf('no-measure', below), ['early']);
  const tied = frameworkWith({
    elements: [vision, outcome, priority],
    measures: [{ element: 'early', source: 'lait', code: 'x', role: 'headline' }],
  });
  assert.deepEqual(keysOf('no-measure', tied), []);
  const elsewhere = {
    measures: [{ element: 'early', title: 'M', published: true, better: 'lower' }],
  } as const;
  assert.deepEqual(keysOf('no-measure', bare, elsewhere), []);
});

test('no measure: an honest reason turns a loose end into a look, with what would answer it', () => {
  const said = frameworkWith({
    elements: [vision, outcome],
    unanswered: [{ element: 'safe', why: 'Nobody asks', wouldAnswer: 'A yearly survey.' }],
  });
  const [finding] = of('no-measure', findings(said));
  assert.equal(finding?.severity, 'look');
  assert.match(finding?.sentence ?? '', /Nobody asks\.$/);
  assert.match(finding?.mend ?? '', /a yearly survey/);
});

test('B09: an indicator without direction', () => {
  assert.deepEqual(keysOf('no-direction', frameworkWith({ elements: [vision, outcome, indicator] })), [
    'fewer',
  ]);
  const directed = frameworkWith({ elements: [vision, outcome, { ...indicator, direction: 'decrease' }] });
  assert.deepEqual(keysOf('no-direction', directed), []);
});

test('a tied measure of which nobody has said which way is better', () => {
  const document = frameworkWith({ elements: [vision, outcome] });
  const measure = { element: 'safe', title: 'Orders', published: true };
  assert.deepEqual(keysOf('no-direction', document, { measures: [{ ...measure, better: null }] }), ['safe']);
  assert.deepEqual(keysOf('no-direction', document, { measures: [{ ...measure, better: 'neither' }] }), []);
});

test('no published source: untied is loose, local alone or explained is a look, published is neither', () => {
  const elements = [vision, outcome, indicator];
  const severities = (parts: Parameters<typeof frameworkWith>[0]) =>
    of('no-published-source', findings(frameworkWith({ elements, ...parts }))).map(
      ({ severity }) => severity,
    );
  const tie = { element: 'fewer', code: 'x', role: 'headline' } as const;
  assert.deepEqual(severities({}), ['loose-end']);
  assert.deepEqual(severities({ measures: [{ ...tie, source: 'local' }] }), ['look']);
  assert.deepEqual(severities({ unanswered: [{ element: 'fewer', why: 'w', wouldAnswer: 'a' }] }), ['look']);
  assert.deepEqual(severities({ measures: [{ ...tie, source: 'ees' }] }), []);
});

test('no action: neither an action, a programme nor a way of working, here or elsewhere', () => {
  const bare = frameworkWith({ elements: [vision, outcome, priority] });
  assert.deepEqual(keysOf('no-action', bare), ['safe', 'early']);
  assert.deepEqual(keysOf('no-action', frameworkWith({ elements: [vision, outcome, priority, action] })), []);
  assert.deepEqual(keysOf('no-action', bare, { actions: [{ element: 'early' }] }), []);
});

test('no owner: an outcome’s owner answers for its priorities, but a deed needs one of its own', () => {
  const owners = [{ key: 'board', name: 'Board', kind: 'board' as const }];
  const elements = [vision, outcome, priority, action];
  assert.deepEqual(keysOf('no-owner', frameworkWith({ elements })), ['safe', 'early', 'visit']);
  const owned = frameworkWith({
    owners,
    elements: [vision, { ...outcome, owners: ['board'] }, priority, action],
  });
  assert.deepEqual(keysOf('no-owner', owned), ['visit']);
});

test('E04: an outcome served by one organisation only', () => {
  const organisations = [
    { key: 'council', name: 'Larkmere Council' },
    { key: 'otters', name: 'Otters' },
  ];
  const alone = { ...outcome, organisations: ['council'] };
  const document = frameworkWith({ organisations, elements: [vision, alone, priority] });
  const [finding] = of('one-organisation', findings(document));
  assert.match(finding?.sentence ?? '', /Only Larkmere Council/);
  const joined = frameworkWith({
    organisations,
    elements: [vision, alone, { ...priority, organisations: ['otters'] }],
  });
  assert.deepEqual(keysOf('one-organisation', joined), []);
  assert.deepEqual(
    keysOf('one-organisation', document, { organisations: [{ element: 'early', name: 'Police' }] }),
    [],
  );
});

test('A21: a priority with no need behind it', () => {
  const elements = [vision, outcome, priority];
  assert.deepEqual(keysOf('no-need', frameworkWith({ elements })), ['early']);
  const need = { key: 'n', kind: 'need' as const, title: 'Need', text: 'Because.' };
  assert.deepEqual(
    keysOf('no-need', frameworkWith({ elements, passages: [{ ...need, about: ['early'] }] })),
    [],
  );
  assert.deepEqual(
    keysOf('no-need', frameworkWith({ elements, passages: [{ ...need, about: ['safe'] }] })),
    [],
  );
  assert.deepEqual(
    keysOf('no-need', frameworkWith({ elements, passages: [{ ...need, about: ['vision'] }] })),
    ['early'],
  );
  assert.deepEqual(keysOf('no-need', frameworkWith({ elements }), { needs: ['early'] }), []);
});

test('D04: an ask of the young people’s own plan that no adult priority answers', () => {
  const tiers = [
    { key: 'ask', name: 'Ask', plural: 'Our asks', role: 'ask' as const },
    { key: 'priority', name: 'Priority', plural: 'Priorities', role: 'priority' as const },
  ];
  const ask = { key: 'buses', tier: 'ask', label: 'Buses after eight' };
  assert.deepEqual(keysOf('ask-unanswered', frameworkWith({ tiers, elements: [ask] })), ['buses']);
  const answer = { key: 'travel', tier: 'priority', label: 'Getting about', serves: ['buses'] };
  assert.deepEqual(keysOf('ask-unanswered', frameworkWith({ tiers, elements: [ask, answer] })), []);
  assert.deepEqual(
    keysOf('ask-unanswered', frameworkWith({ tiers, elements: [ask] }), { answered: ['buses'] }),
    [],
  );
});

test('an element off the thread is told once, with how many hang below it; principles may stand alone', () => {
  const lost = { ...priority, serves: [] };
  const [finding, ...others] = of(
    'unreachable',
    findings(frameworkWith({ elements: [vision, outcome, lost, action] })),
  );
  assert.equal(finding?.element, 'early');
  assert.match(finding?.sentence ?? '', /nor do the 1 below it/);
  assert.deepEqual(others, []);
  const principled = frameworkWith({
    tiers: [
      { key: 'vision', name: 'Vision', plural: 'Visions', role: 'vision' },
      { key: 'kind', name: 'Principle', plural: 'Principles', role: 'principle' },
    ],
    elements: [vision, { key: 'p', tier: 'kind', label: 'Kind first' }],
  });
  assert.deepEqual(keysOf('unreachable', principled), []);
});

test('a ring that a draft has got into is named in words', () => {
  const ring = frameworkWith({ elements: [vision, { ...outcome, serves: ['early'] }, priority] });
  const [finding] = of('cycle', findings(ring));
  assert.match(finding?.sentence ?? '', /“Safe” → “Early” → “Safe”/);
});

test('an empty tier', () => {
  assert.deepEqual(
    of('empty-tier', findings(frameworkWith({ elements: [vision, outcome, priority, action] }))).map(
      ({ tier }) => tier,
    ),
    ['indicator'],
  );
});

test('two of the same name in one tier, whatever their case and stops', () => {
  const twin = { ...outcome, key: 'safe-too', label: 'SAFE!' };
  assert.deepEqual(keysOf('same-label', frameworkWith({ elements: [vision, outcome, twin] })), ['safe-too']);
  const audiences = [
    { ...outcome, audience: 'children' },
    { ...twin, audience: 'parents' },
  ];
  assert.deepEqual(keysOf('same-label', frameworkWith({ elements: [vision, ...audiences] })), []);
});

const periods: readonly {
  name: string;
  parts: Parameters<typeof frameworkWith>[0];
  sentences: readonly RegExp[];
}[] = [
  { name: 'nothing said', parts: { period: { start: '2026-04-01', end: '2029-03-31' } }, sentences: [] },
  {
    name: 'three years said, three years long',
    parts: {
      period: { start: '2026-04-01', end: '2029-03-31' },
      periodStatements: [{ words: 'three', years: 3 }],
    },
    sentences: [],
  },
  {
    name: 'four said, three long',
    parts: {
      period: { start: '2026-04-01', end: '2029-03-31' },
      periodStatements: [{ words: 'four years', years: 4, line: 9 }],
    },
    sentences: [/4 years in “four years” \(line 9\) and 3 years from 1 April 2026 to 31 March 2029/],
  },
  {
    name: '2019 to 2023 read both ways',
    parts: {
      period: { start: '2019-01-01', end: '2023-12-31' },
      periodStatements: [{ words: 'four', years: 4 }],
    },
    sentences: [],
  },
  {
    name: 'two lengths and no days',
    parts: {
      periodStatements: [
        { words: 'four', years: 4 },
        { words: 'five', years: 5 },
      ],
    },
    sentences: [/4 years in “four” and 5 years in “five”/],
  },
  {
    name: 'a name of other years',
    parts: { period: { start: '2026-04-01', end: '2029-03-31', words: '2026-30' } },
    sentences: [/“2026-30”/],
  },
  {
    name: 'a name of the same years',
    parts: { period: { start: '2026-04-01', end: '2029-03-31', words: '2026 to 2029' } },
    sentences: [],
  },
];

for (const { name, parts, sentences } of periods) {
  test(`A14: periods that disagree: ${name}`, () => {
    const found = of('periods-disagree', findings(frameworkWith(parts)));
    assert.equal(found.length, sentences.length, JSON.stringify(found));
    sentences.forEach((sentence, index) => assert.match(found[index]?.sentence ?? '', sentence));
  });
}

test('A14: a draft past its date, and an adopted plan whose time is up', () => {
  const dated = (status: 'draft' | 'adopted' | 'closed', start: string, end: string) =>
    of('past-its-date', findings(frameworkWith({ status, period: { start, end } }))).map(
      ({ severity }) => severity,
    );
  assert.deepEqual(dated('draft', '2019-01-01', '2023-12-31'), ['loose-end']);
  assert.deepEqual(dated('draft', '2026-09-01', '2029-08-31'), ['loose-end']);
  assert.deepEqual(dated('draft', '2027-04-01', '2029-03-31'), []);
  assert.deepEqual(dated('adopted', '2019-01-01', '2026-11-21'), ['look']);
  assert.deepEqual(dated('adopted', '2019-01-01', '2026-11-22'), []);
  assert.deepEqual(dated('closed', '2019-01-01', '2023-12-31'), []);
});

test('every rule has a name and is told in the order of the names', () => {
  assert.deepEqual(
    rules.map(({ code }) => code),
    Object.keys(ruleNames),
  );
  const groups = byRule(findings(frameworkWith({ elements: [vision, outcome, priority] })));
  assert.deepEqual(
    groups.map(({ rule }) => rule),
    ['empty-tier', 'no-measure', 'no-action', 'no-owner', 'no-need'],
  );
});

const library = join(import.meta.dirname, '../../../../../frameworks/library');

function libraryFindings(slug: string): Finding[] {
  const outcomeOfReading = readFramework(readFileSync(join(library, `${slug}.yaml`)));
  assert.ok(outcomeOfReading.done, JSON.stringify(outcomeOfReading));
  return findings(outcomeOfReading.value);
}

test('A14: the checker finds that Stockton speaks of four years on line 109 and of five on line 176', () => {
  const [finding] = of('periods-disagree', libraryFindings('stockton-on-tees'));
  assert.equal(finding?.line, 176);
  assert.match(finding?.sentence ?? '', /4 years in .*\(line 109\).* and 5 years in .*\(line 176\)/);
});

test('A14: the checker finds that Stockton’s draft is past its date', () => {
  const [finding] = of('past-its-date', libraryFindings('stockton-on-tees'));
  assert.match(finding?.sentence ?? '', /still a draft.*2023/);
});

test('B09: the checker finds Worcestershire’s indicator with no direction, line 22', () => {
  const lines = of('no-direction', libraryFindings('worcestershire')).map(({ line }) => line);
  assert.ok(lines.includes(22));
  assert.ok(!lines.includes(19), 'an indicator that has a direction is named');
});

test('property: any ties whatever are checked without a fault, and findings speak only of what is there', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const anyElement = fc.record({
    tier: fc.constantFrom('vision', 'outcome', 'priority', 'action', 'indicator'),
    serves: fc.uniqueArray(fc.constantFrom(...keys), { maxLength: 3 }),
    servesTiers: fc.uniqueArray(fc.constantFrom('outcome', 'priority'), { maxLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(anyElement, { minLength: 5, maxLength: 5 }), (elements) => {
      const document = frameworkWith({
        elements: elements.map((element, index) => ({
          ...element,
          key: keys[index] ?? '',
          label: `L${index}`,
        })),
      });
      for (const finding of findings(document)) {
        if (finding.element !== undefined) assert.ok(keys.includes(finding.element));
        assert.ok(ruleNames[finding.rule]);
      }
    }),
  );
});
