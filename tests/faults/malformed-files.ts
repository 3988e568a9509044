import { readFileSync } from 'node:fs';

/** A file that came out wrong, and what its sender must be told. */
export type MalformedFile = { name: string; fileName: string; bytes: Uint8Array; says: RegExp };

const good = readFileSync(new URL('../journeys/files/oxbow-plan.yaml', import.meta.url), 'utf8');

/** Strategies that cannot be brought in. */
export const malformedStrategies: readonly MalformedFile[] = [
  of('an empty file', '', /empty|nothing/i),
  of('only white space', ' \n\n\t\n', /empty|nothing/i),
  {
    ...of('a picture', '', /text|read/i),
    fileName: 'photo.jpg',
    bytes: Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
  },
  {
    ...of('a document from Word', '', /text|read|ZIP|Word/i),
    fileName: 'plan.docx',
    bytes: Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'),
  },
  of('NUL among the words', good.replace('Children are well', 'Children\u0000 are well'), /zero byte/),
  {
    ...of('another encoding', '', /encoding|UTF-8|letters/i),
    bytes: Buffer.from(good.replace('Oxbow has', 'Oxb\u00f4w has'), 'latin1'),
  },
  { ...of('an encoding of two bytes a letter', '', /UTF-8/), bytes: Buffer.from(good, 'utf16le') },
  of('half a file', good.slice(0, good.indexOf('label: Children are known')), /Line 2\d/),
  named(
    'plan.json',
    of('half a JSON file', '{"format": "goldenthread-framework/1", "slug": "half", "name": ', /Line 1|JSON/i),
  ),
  of('a bomb of aliases', bomb(), /Line|alias|too/i),
  of('brackets within brackets', `${'['.repeat(5000)}${']'.repeat(5000)}`, /Line|deep|nest/i),
  of(
    'a tier that is not there',
    good.replace('tier: priorities, label', 'tier: priorites, label'),
    /Line 24[\s\S]*priorities/,
  ),
  of(
    'an element that serves what is not there',
    good.replace('serves: [known]', 'serves: [knwon]'),
    /Line 24[\s\S]*known/,
  ),
  of(
    'a circle',
    good.replace('key: river, tier: vision,', 'key: river, tier: vision, serves: [friend],'),
    /circle|round|serve/i,
  ),
  of('a key twice', good.replace('{ key: known, tier', '{ key: well, tier'), /Line 23/),
  of(
    'a field that does not exist',
    good.replace('partnership:', 'partnerships:'),
    /Line 5[\s\S]*partnership/,
  ),
  of('a day that does not exist', good.replace('2040-07-31', '2040-02-30'), /Line 25/),
  of('tabs as indentation', good.replace('  - { key: board', '\t- { key: board'), /Line \d+/),
  of('another format', 'format: somebody-elses/9\nname: x\n', /Line 1[\s\S]*format/),
  of('a list where a strategy should be', '- one\n- two\n', /Line 1/),
  named(
    'plan.xml',
    of(
      'a web page',
      '<!doctype html><html><body><p>Our strategy</p></body></html>',
      /Line|StratML|web page/i,
    ),
  ),
  named(
    'plan.xml',
    of(
      'XML that fetches',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><StrategicPlan>&e;</StrategicPlan>',
      /Line|StratML|entit/i,
    ),
  ),
  named('plan.xml', of('an XML bomb', xmlBomb(), /Line|StratML|entit/i)),
  {
    ...of('three megabytes', '', /large|big|MB/i),
    bytes: Buffer.from(`# ${'a'.repeat(3 * 1024 * 1024)}\n${good}`),
  },
];

/** Figures that cannot be brought in: the whole file is refused. */
export const malformedFigures: readonly MalformedFile[] = [
  named('empty.csv', of('an empty file', '', /empty|nothing/i)),
  {
    ...of('a picture', '', /column|read|publisher/i),
    fileName: 'photo.csv',
    bytes: Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
  },
  named('nobody.csv', of('columns of nobody', 'Nobody,knows\nwhat,this is\n', /columns/i)),
  {
    ...of('half a Parquet file', '', /Parquet|whole|end/i),
    fileName: 'half.parquet',
    bytes: Buffer.from('PAR1\u0000\u0001\u0002half'),
  },
  named(
    'zero.csv',
    of(
      'a zero byte in the heading',
      `${lait()},Val\u0000ue\nX,,2025,England,1,970,NA,1\n`,
      /columns|zero|read|refused/i,
    ),
  ),
  named('twice.csv', of('a heading twice', `${lait()},Values\n`, /twice|two|same|once/i)),
  named(
    'quote.csv',
    of(
      'a quotation that never ends',
      `${lait()}\nX,"never ends,2025,Brackenshire,1,101,NA\nX,,2025,England,1,970,NA\n`,
      /quot|line/i,
    ),
  ),
];

function of(name: string, text: string, says: RegExp): MalformedFile {
  return { name, fileName: 'plan.yaml', bytes: Buffer.from(text), says };
}

function named(fileName: string, file: MalformedFile): MalformedFile {
  return { ...file, fileName };
}

/** Nine aliases of nine aliases, nine times: a billion words from one. */
function bomb(): string {
  const lines = ['a: &a ["x","x","x","x","x","x","x","x","x"]'];
  for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
    lines.push(`${next}: &${next} [${Array.from({ length: 9 }, () => `*${one}`).join(',')}]`);
  return `${lines.join('\n')}\n`;
}

function xmlBomb(): string {
  const entities = ['<!ENTITY a "aaaaaaaaaa">'];
  for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'])
    entities.push(`<!ENTITY ${next} "${`&${one};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE x [${entities.join('')}]><StrategicPlan>&i;</StrategicPlan>`;
}

function lait(): string {
  return 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region';
}
