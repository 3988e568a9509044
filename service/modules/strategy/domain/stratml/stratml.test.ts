import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { FrameworkDocument } from '../framework-document.ts';
import { readFramework } from '../read-framework.ts';
import { anyFramework } from '../testing/any-framework.ts';
import { frameworkWith, inventedYaml } from '../testing/invented-framework.ts';
import { readStratml } from './read-stratml.ts';
import { writeStratml } from './write-stratml.ts';

function read(file: string | Uint8Array): FrameworkDocument {
  const outcome = readFramework(file);
  assert.ok(outcome.done, JSON.stringify(outcome));
  return outcome.value;
}

function readBack(xml: string) {
  const outcome = readStratml(xml);
  assert.ok(outcome.done, `${JSON.stringify(outcome)}\n${xml}`);
  return outcome.value;
}

const larkmere = read(inventedYaml);

/** What StratML, with our notes, can carry of each element. */
function carried(document: FrameworkDocument) {
  const names = new Map(
    document.tiers.map(({ key, name, plural, role }) => [key, `${name} ${plural} ${role}`]),
  );
  return document.elements
    .map((element) => ({
      key: element.key,
      label: element.label,
      tier: names.get(element.tier),
      serves: element.serves.toSorted(),
      direction: element.direction,
    }))
    .toSorted((a, b) => a.key.localeCompare(b.key));
}

const larkmereXml = writeStratml(larkmere).xml;

test('a framework becomes a StratML strategic plan in the schema’s own order', () => {
  assert.equal(XMLValidator.validate(larkmereXml), true);
  assert.match(
    larkmereXml,
    /<PerformancePlanOrReport xmlns="urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport" Type="Strategic_Plan">/,
  );
  const tags = [
    ...larkmereXml.matchAll(
      /<(Organization|Vision|Value|Goal|Objective|PerformanceIndicator|AdministrativeInformation)[ >]/g,
    ),
  ].map(([, name]) => name);
  assert.deepEqual(tags, [
    'Organization',
    'Vision',
    'Value',
    'Goal',
    'Objective',
    'Objective',
    'Objective',
    'PerformanceIndicator',
    'Goal',
    'Objective',
    'Objective',
    'PerformanceIndicator',
    'AdministrativeInformation',
  ]);
  assert.match(larkmereXml, /<StartDate>2026-09-01<\/StartDate>\n<EndDate>2029-08-31<\/EndDate>/);
});

test('what StratML cannot say is listed in words', () => {
  const { lost } = writeStratml(larkmere);
  for (const sentence of lost) assert.match(sentence, /^[A-Z].*\.$/);
  assert.ok(
    lost.some((sentence) => /Priorities and Actions all became Objectives/.test(sentence)),
    lost.join('\n'),
  );
  assert.ok(lost.some((sentence) => /One element that serve/.test(sentence)));
  assert.ok(lost.some((sentence) => /One passage/.test(sentence)));
});

/** StratML gives a vision and a value no place for a tier or a tie. */
const bare: ReadonlySet<string> = new Set(['Every child finds a way to shine', 'Kind first']);

test('our own StratML is read back with its keys, tiers, ties, directions, owners and measures', () => {
  const { document, lost } = readBack(larkmereXml);
  assert.deepEqual(lost, []);
  assert.equal(document.slug, 'larkmere');
  assert.equal(document.status, 'adopted');
  assert.deepEqual(document.period, larkmere.period);
  assert.deepEqual(
    carried(document).filter(({ label }) => !bare.has(label)),
    carried(larkmere).filter(({ label }) => !bare.has(label)),
  );
  assert.deepEqual(document.measures, larkmere.measures);
  assert.deepEqual(document.elements.find(({ key }) => key === 'safe')?.owners.length, 1);
  assert.equal(
    document.elements.find(({ label }) => label === 'Kind first')?.statement,
    'We are kind before we are quick.',
  );
});

const library = join(import.meta.dirname, '../../../../../frameworks/library');

for (const file of readdirSync(library)) {
  test(`${file} goes out as StratML and comes back with every label`, () => {
    const document = read(readFileSync(join(library, file)));
    const { xml, lost } = writeStratml(document);
    assert.equal(XMLValidator.validate(xml), true);
    assert.ok(lost.length > 0);
    const labels = (from: FrameworkDocument) => from.elements.map(({ label }) => label).toSorted();
    assert.deepEqual(labels(readBack(xml).document), labels(document));
  });
}

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<stratml:PerformancePlanOrReport xmlns:stratml="http://www.stratml.net/PerformancePlanOrReport" Type="Performance_Plan">
  <stratml:Name>A plan for &amp; by children &#8211; &lt;ours&gt;</stratml:Name>
  <stratml:StrategicPlanCore>
    <stratml:Organization><stratml:Name>Invented Trust</stratml:Name></stratml:Organization>
    <stratml:Mission><stratml:Description>To play.</stratml:Description></stratml:Mission>
    <stratml:Goal>
      <stratml:Name>Play outside</stratml:Name><stratml:Description/><stratml:Identifier>_9</stratml:Identifier>
      <stratml:Stakeholder StakeholderTypeType="Generic_Group"><stratml:Name>Under-fives</stratml:Name>
        <stratml:Role><stratml:Name>Child</stratml:Name><stratml:RoleType>Beneficiary</stratml:RoleType></stratml:Role></stratml:Stakeholder>
      <stratml:Stakeholder StakeholderTypeType="Organization"><stratml:Name>Parks Team</stratml:Name></stratml:Stakeholder>
      <stratml:Objective>
        <stratml:Name/><stratml:Description>Open ten play streets by summer.</stratml:Description>
        <stratml:PerformanceIndicator><stratml:MeasurementDimension>Play streets</stratml:MeasurementDimension><stratml:UnitOfMeasurement>streets</stratml:UnitOfMeasurement>
          <stratml:MeasurementInstance><stratml:TargetResult><stratml:NumberOfUnits>10</stratml:NumberOfUnits></stratml:TargetResult></stratml:MeasurementInstance>
        </stratml:PerformanceIndicator>
      </stratml:Objective>
    </stratml:Goal>
  </stratml:StrategicPlanCore>
  <stratml:AdministrativeInformation><stratml:StartDate>2026-04-01</stratml:StartDate><stratml:EndDate/></stratml:AdministrativeInformation>
  <stratml:Submitter><stratml:GivenName>Somebody</stratml:GivenName></stratml:Submitter>
</stratml:PerformancePlanOrReport>`;

test('a plan made elsewhere, with prefixes and another namespace, becomes a draft', () => {
  const { document, lost } = readBack(foreign);
  assert.equal(document.name, 'A plan for & by children – <ours>');
  assert.equal(document.status, 'draft');
  assert.deepEqual(document.period, { start: '2026-04-01' });
  assert.deepEqual(
    document.elements.map(({ label, tier, serves }) => [label, tier, serves]),
    [
      ['To play.', 'mission', []],
      ['Play outside', 'goal', ['to-play']],
      ['Open ten play streets by summer.', 'objective', ['play-outside']],
      ['Play streets', 'indicator', ['open-ten-play-streets-by-summer']],
    ],
  );
  assert.equal(document.elements[1]?.audience, 'Under-fives');
  assert.deepEqual(
    document.organisations.map(({ name }) => name),
    ['Parks Team'],
  );
  assert.equal(lost.length, 3);
  assert.ok(!JSON.stringify(document).includes('Somebody'), 'the submitter’s name is kept');
});

const bad: readonly { name: string; file: string; reason: string; line?: number }[] = [
  {
    name: 'a document type',
    file: foreign.replace('?>', '?>\n<!DOCTYPE x [<!ENTITY a "aaa">]>'),
    reason: 'not-readable',
    line: 2,
  },
  { name: 'half a file', file: foreign.slice(0, 900), reason: 'not-readable' },
  {
    name: 'a tag closed wrongly',
    file: foreign.replace('</stratml:Mission>', '</stratml:Vision>'),
    reason: 'not-readable',
    line: 6,
  },
  { name: 'another kind of XML', file: '<html><body/></html>', reason: 'other-format', line: 1 },
  { name: 'no XML at all', file: 'hello', reason: 'not-readable', line: 1 },
  { name: 'nothing', file: '', reason: 'empty', line: 1 },
  {
    name: 'tags hundreds deep',
    file: `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
    reason: 'not-readable',
    line: 1,
  },
  {
    name: 'tags named after inner parts',
    file: '<PerformancePlanOrReport><__proto__>x</__proto__></PerformancePlanOrReport>',
    reason: 'not-readable',
    line: 1,
  },
  {
    name: 'no goals',
    file: '<PerformancePlanOrReport><Name>x</Name><StrategicPlanCore/></PerformancePlanOrReport>',
    reason: 'no-goals',
  },
];

for (const { name, file, reason, line } of bad) {
  test(`StratML is refused with a reason: ${name}`, () => {
    const outcome = readStratml(file);
    assert.ok(!outcome.done);
    assert.equal(outcome.refusal.reason, reason, JSON.stringify(outcome.refusal));
    if ('problems' in outcome.refusal && line !== undefined) {
      const [problem] = outcome.refusal.problems;
      assert.ok(problem && 'line' in problem);
      assert.equal(problem.line, line);
    }
  });
}

test('a ring that somebody wrote into the notes is opened, and said', () => {
  const ring = larkmereXml.replace('Serves: gt-vision', 'Serves: gt-early-help');
  const { document, lost } = readBack(ring);
  assert.deepEqual(lost, ['One tie was left out: it went round in a ring.']);
  assert.equal(document.elements.length, larkmere.elements.length);
});

test('an entity that no document type defines stays as the words it is', () => {
  const { document } = readBack(foreign.replace('To play.', 'To &play; &constructor; &#0; &amp;lt;.'));
  assert.equal(document.elements[0]?.label, 'To &play; &constructor; &#0; &lt;.');
});

test('a framework with nothing but a vision still makes a plan that can be read', () => {
  assert.equal(readBack(writeStratml(frameworkWith()).xml).document.elements.length, 1);
});

test('property: whatever the framework, the XML is well formed, and every label comes back', () => {
  const folded = (document: FrameworkDocument) =>
    document.elements.map(({ label }) => label.replace(/\s+/g, ' ')).toSorted();
  fc.assert(
    fc.property(anyFramework, (document) => {
      const { xml } = writeStratml(document);
      assert.equal(XMLValidator.validate(xml), true);
      const outcome = readStratml(xml);
      if (document.elements.length === 0)
        return assert.ok(!outcome.done && outcome.refusal.reason === 'no-goals');
      assert.ok(outcome.done, JSON.stringify(outcome));
      assert.deepEqual(folded(outcome.value.document), folded(document));
    }),
    { numRuns: 100 },
  );
});
