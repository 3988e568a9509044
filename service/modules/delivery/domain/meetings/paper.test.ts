import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { checkPublishing, mostPaperBytes, readPaper } from './paper.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const word = (more: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'word/document.xml': bytes('<w/>'), ...more });
const odt = (more: Record<string, Uint8Array> = {}) =>
  zipSync({
    mimetype: [bytes('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': bytes('<x/>'),
    ...more,
  });

const goodOnes: readonly [string, Uint8Array][] = [
  ['a.pdf', bytes('%PDF-1.7\n…')],
  ['a.docx', word()],
  ['a.odt', odt()],
  ['a.PNG', bytes('\x89PNG\r\n\x1a\n....')],
  ['a.jpeg', bytes('\xff\xd8\xff\xe0')],
  ['a.txt', Buffer.from('Plain words, with é and “quotes”\nand <b>signs</b>')],
  ['a.csv', bytes('area,value\nX,1\n')],
];

for (const [name, content] of goodOnes)
  test(`R65 a paper that is what it says is taken: ${name}`, () => {
    assert.ok(readPaper(name, content).done);
  });

const badOnes: readonly [string, Uint8Array, string][] = [
  ['page.html', bytes('<html><script>alert(1)</script>'), 'paper-kind-wrong'],
  ['picture.svg', bytes('<svg onload="x"/>'), 'paper-kind-wrong'],
  ['run.exe', bytes('MZ\x90'), 'paper-kind-wrong'],
  ['macro.docm', word(), 'paper-kind-wrong'],
  ['noending', bytes('words'), 'paper-kind-wrong'],
  ['paper.pdf.exe', bytes('%PDF-1.7'), 'paper-kind-wrong'],
  ['page.txt', bytes(' <!DOCTYPE html><p>x'), 'paper-not-what-it-says'],
  ['picture.csv', bytes('<svg onload="x"/>'), 'paper-not-what-it-says'],
  ['run.txt', bytes('MZ\x90\x00\x03'), 'paper-not-what-it-says'],
  ['page.pdf', bytes('<html>'), 'paper-not-what-it-says'],
  ['sheet.xlsx', word(), 'paper-not-what-it-says'],
  ['text.odt', word(), 'paper-not-what-it-says'],
  ['macro.docx', word({ 'word/vbaProject.bin': bytes('x') }), 'paper-has-macros'],
  ['macro.odt', odt({ 'Basic/Standard/script.xml': bytes('x') }), 'paper-has-macros'],
  ['script.pdf', bytes('%PDF-1.7 << /S /JavaScript >>'), 'paper-has-macros'],
  ['hidden-script.pdf', bytes('%PDF-1.7 << /S /J#61va#53cript >>'), 'paper-has-macros'],
  ['program.pdf', bytes('%PDF-1.7 << /S /#4Caunch /F (run.exe) >>'), 'paper-has-macros'],
  ['empty.pdf', bytes(''), 'paper-empty'],
];

for (const [name, content, reason] of badOnes)
  test(`R65 a malicious or mislabelled file is refused with a reason: ${name}`, () => {
    const read = readPaper(name, content);
    assert.equal(!read.done && read.refusal.reason, reason);
  });

test('R65 a paper may be 20 MB and not a byte more, and loses any folder that its name brings', () => {
  const whole = Buffer.alloc(mostPaperBytes, 'a');
  const read = readPaper(String.raw`..\..\etc\a.txt`, whole);
  assert.equal(read.done && read.value.fileName, 'a.txt');
  const more = readPaper('a.txt', Buffer.alloc(mostPaperBytes + 1, 'a'));
  assert.equal(!more.done && more.refusal.reason, 'paper-too-large');
});

test('R65 what is not published says on which ground; what is published needs none', () => {
  const exempt = checkPublishing({ publish: 'exempt', ground: ' ' });
  assert.equal(!exempt.done && exempt.refusal.reason, 'ground-missing');
  assert.deepEqual(checkPublishing({ publish: 'publish', ground: 'left over' }), {
    done: true,
    value: { publish: 'publish', ground: '' },
  });
});
