import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth, wrapText } from './text-width.ts';

// Measured at 100 px in Chromium 156 in DejaVu Sans, the widest of the common system faces: regular, bold.
const measured: readonly (readonly [text: string, regular: number, bold: number])[] = [
  ['England 25.1%', 755, 837],
  ['Great Harrowby and the Marches', 1657, 1873],
  ['2024-25', 418, 459],
  ['Similar', 347, 396],
  ['Thornshire 27.4%', 882, 992],
  ['Not compared', 709, 795],
];

test('the estimate is close to the real width in a wide system face, and hardly ever below it', () => {
  for (const [text, regular, bold] of measured) {
    const ratios = [textWidth(text, 100) / regular, textWidth(text, 100, 'bold') / bold];
    assert.ok(
      ratios.every((ratio) => ratio > 0.98 && ratio < 1.25),
      `${text}: ${ratios.join(', ')}`,
    );
  }
});

test('text is broken between words and never within one', () => {
  assert.deepEqual(wrapText('Great Harrowby and the Marches', 125, { fontSize: 13 }), [
    'Great Harrowby',
    'and the Marches',
  ]);
  assert.deepEqual(wrapText('Llanfairpwllgwyngyll', 20, { fontSize: 13 }), ['Llanfairpwllgwyngyll']);
  assert.deepEqual(wrapText('  ', 20, { fontSize: 13 }), []);
});
