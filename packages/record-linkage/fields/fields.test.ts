import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreements } from './agreements.ts';
import { cleaners } from './cleaners.ts';

type Cases = Readonly<Record<string, string | undefined>>;

/** What each cleaner makes of each text; undefined where it says that there is none. */
const cleaned: Readonly<Record<string, Cases>> = {
  // valid examples: NHS Data Model and Dictionary (943 476 5919), NHS test range 999; the others worked by hand
  'nhs-number': {
    '943 476 5919': '9434765919',
    '9434765919': '9434765919',
    '943-476-5919': '9434765919',
    '401 023 2137': '4010232137',
    '943 476 5918': undefined,
    '0000000000': undefined,
    '4444444444': undefined,
    '943476591': undefined,
    '94347659190': undefined,
    '943476591X': undefined,
    '': undefined,
  },
  // 8*2 + 1*4 + 2*5 + 1*10 + 1*13 = 53, 53 mod 23 = 7, the letter H; temporary: A counts 0, so 40 mod 23 = 17, U
  upn: {
    H801200001001: 'H801200001001',
    'h801 2000 01001': 'H801200001001',
    G801200001001: undefined,
    U80120000100A: undefined,
    H80120000100: undefined,
    I801200001001: undefined,
  },
  'any-upn': { H801200001001: 'H801200001001', U80120000100A: 'U80120000100A', T80120000100A: undefined },
  name: {
    'O’Neill': 'oneill',
    "O'NEILL": 'oneill',
    'Smith-Jones': 'smith jones',
    '  Anne   Marie ': 'anne marie',
    Zoë: 'zoe',
    Łukasz: 'lukasz',
    Đặng: 'dang',
    Müller: 'muller',
    Strauß: 'strauss',
    'Mr John Smith': 'john smith',
    'Master Leo': 'leo',
    Miss: 'miss',
    李小龍: '李小龍',
    محمد: 'محمد',
    '123': undefined,
    '-': undefined,
    '': undefined,
    'Baby Girl': undefined,
    'BABY BOY 2': undefined,
    'Twin One': undefined,
    'Baby Twin 2': undefined,
    'Female Infant': undefined,
    'Infant of Sarah': undefined,
    'Baby of Jones': undefined,
    'Known as Jo': undefined,
    Unknown: undefined,
    'N/A': undefined,
    Babyetta: 'babyetta',
    Child: 'child',
    'Twinny Smith': 'twinny smith',
  },
  'first-forename': { 'Anne-Marie Louise': 'anne', 'Baby Girl': undefined },
  initial: { Émile: 'e', '': undefined },
  'surname-parts': { 'Van der Berg': 'berg', 'Smith-Jones': 'smith jones', De: 'de', 'El-Sayed': 'sayed' },
  'joined-name': { 'de la Cruz': 'delacruz', 'De-La-Cruz': 'delacruz' },
  'sorted-name': { 'Smith-Jones': 'jones smith', 'Jones Smith': 'jones smith' },
  'first-three-letters': { 'O’Neill': 'one', Li: 'li' },
  // National Archives and Records Administration, The Soundex Indexing System: its own examples
  soundex: {
    Washington: 'W252',
    Lee: 'L000',
    Gutierrez: 'G362',
    Pfister: 'P236',
    Jackson: 'J250',
    Tymczak: 'T522',
    VanDeusen: 'V532',
    Ashcraft: 'A261',
    Robert: 'R163',
    Rupert: 'R163',
    Rubin: 'R150',
    李: undefined,
  },
  day: {
    '2012-03-04': '2012-03-04',
    '2012-03-04 00:00:00': '2012-03-04',
    '2012-03-04T10:30:00Z': '2012-03-04',
    '04/03/2012': '2012-03-04',
    '4.3.2012': '2012-03-04',
    '4-3-2012': '2012-03-04',
    '20120304': '2012-03-04',
    '2012/3/4': '2012-03-04',
    '4 March 2012': '2012-03-04',
    '4th Mar 2012': '2012-03-04',
    '04-MAR-2012': '2012-03-04',
    '1 Sept 2012': '2012-09-01',
    '29/02/2012': '2012-02-29',
    '29/02/2013': undefined,
    '31/04/2012': undefined,
    '13/13/2012': undefined,
    '04/03/12': undefined,
    '0001-01-01': undefined,
    '4 Ma 2012': undefined,
    soon: undefined,
  },
  year: { '04/03/2012': '2012' },
  'year-and-month': { '04/03/2012': '2012-03' },
  'month-and-day': { '04/03/2012': '03-04' },
  postcode: {
    'sy3 7ab': 'SY3 7AB',
    SY37AB: 'SY3 7AB',
    ' SY3  7AB ': 'SY3 7AB',
    'EC1A 1BB': 'EC1A 1BB',
    'M1 1AE': 'M1 1AE',
    'W1A 0AX': 'W1A 0AX',
    'W1A OAX': 'W1A 0AX',
    'DN55 1PT': 'DN55 1PT',
    'CR2 6XH': 'CR2 6XH',
    'B33 8TH': 'B33 8TH',
    'GIR 0AA': 'GIR 0AA',
    'ZZ99 3VZ': undefined,
    SY3: undefined,
    'QQ1 1AA': undefined,
    'SY3 7CI': undefined,
    '12345': undefined,
  },
  outcode: { 'sy3 7ab': 'SY3', 'EC1A 1BB': 'EC1A' },
  'postcode-sector': { 'sy3 7ab': 'SY3 7' },
  'postcode-area': { 'sy3 7ab': 'SY', 'M1 1AE': 'M' },
  sex: {
    M: 'male',
    'female ': 'female',
    '1': 'male',
    '2': 'female',
    '9': undefined,
    X: undefined,
    U: undefined,
  },
  email: { ' Jo@Example.ORG ': 'jo@example.org', 'jo@example': undefined, 'jo example.org': undefined },
  'email-user': { 'Jo@Example.ORG': 'jo' },
  // numbers of the ranges that Ofcom keeps for drama
  phone: {
    '01632 960 001': '01632960001',
    '+44 (0)1632 960001': '01632960001',
    '0044 1632 960001': '01632960001',
    '441632960001': '01632960001',
    '07700 900123 ext 4': '07700900123',
    '1632960001': '01632960001',
    '+33 1 23 45 67 89': '+33123456789',
    '00000000000': undefined,
    '960001': undefined,
    none: undefined,
  },
};

for (const [by, cases] of Object.entries(cleaned))
  void test(`the cleaner ${by} makes of each text what its table says`, () => {
    const clean = cleaners.get(by);
    assert.ok(clean);
    for (const [text, expected] of Object.entries(cases)) assert.equal(clean(text), expected, text);
  });

type Says = readonly [left: string, right: string, agree: boolean];

const asked: Readonly<Record<string, readonly Says[]>> = {
  nicknames: [
    ['Elizabeth', 'Beth', true],
    ['Liz', 'Betty', true],
    ['Mohammed', 'Muhammad', true],
    ['William', 'Billy', true],
    ['Jake', 'Jacob', true],
    ['Elizabeth', 'Elizabeth', false],
    ['Elizabeth', 'Robert', false],
    ['Qwerty', 'Beth', false],
    ['Baby Girl', 'Beth', false],
  ],
  'shared-surname-part': [
    ['Smith-Jones', 'Jones', true],
    ['Jones', 'Okafor Jones', true],
    ['Smith', 'Jones', false],
    ['de Souza', 'de Silva', false],
    ['Unknown', 'Unknown', false],
  ],
  'shared-forename-part': [
    ['Mohammed Ali', 'Ali', true],
    ['Anne-Marie', 'Marie', true],
    ['Marie-Anne', 'Anne Marie', true],
    ['Hannah-Rae', 'Freya-Rae', false],
    ['Anne', 'Marie', false],
    ['A B', 'B', false],
  ],
  'initial-of': [
    ['J', 'Jane', true],
    ['Jane', 'j.', true],
    ['J', 'J', false],
    ['K', 'Jane', false],
  ],
  'sound-alike': [
    ['Stephen', 'Steven', true],
    ['Catherine', 'Kathryn', true],
    ['Anne', 'Mary', false],
    ['李', '李', false],
  ],
  'day-and-month-swapped': [
    ['2012-03-04', '2012-04-03', true],
    ['04/03/2012', '03/04/2012', true],
    ['2012-03-04', '2012-03-04', false],
    ['2012-03-03', '2012-03-03', false],
    ['2012-03-14', '2012-04-03', false],
  ],
  'day-by-default': [
    ['2012-01-01', '2012-09-17', true],
    ['2012-09-17', '2012-09-01', true],
    ['2012-09-17', '2012-08-01', false],
    ['2012-01-01', '2013-09-17', false],
    ['2012-09-17', '2012-09-18', false],
    ['2012-01-01', '2012-01-01', false],
  ],
  'year-differs': [
    ['2012-03-04', '2013-03-04', true],
    ['2012-03-04', '2013-03-05', false],
  ],
  'sex-conflict': [
    ['M', 'Female', true],
    ['M', 'male', false],
    ['M', 'U', false],
  ],
};

for (const [by, cases] of Object.entries(asked))
  void test(`the agreement ${by} says what its table says, either way round`, () => {
    const agree = agreements.get(by);
    assert.ok(agree);
    for (const [left, right, expected] of cases) {
      assert.equal(agree(left, right), expected, `${left} and ${right}`);
      assert.equal(agree(right, left), expected, `${right} and ${left}`);
    }
  });

void test('every cleaner and agreement has a table, and every table its cleaner or agreement', () => {
  const untabled = new Set(['text', 'small-letters', 'double-metaphone']);
  assert.deepEqual(
    [...cleaners.keys()].filter((by) => !untabled.has(by)).sort(),
    Object.keys(cleaned)
      .filter((by) => !untabled.has(by))
      .sort(),
  );
  assert.deepEqual(
    [...agreements.keys()].filter((by) => by !== 'same-sound').sort(),
    Object.keys(asked).sort(),
  );
});

void test('no text at all makes a cleaner or an agreement fail, and what is clean stays as it is', () => {
  const again = ['nhs-number', 'upn', 'name', 'day', 'postcode', 'sex', 'email', 'phone', 'surname-parts'];
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ maxLength: 30 }), (one, other) => {
      for (const clean of cleaners.values()) assert.notEqual(clean(one), '');
      for (const agree of agreements.values()) assert.equal(agree(one, other), agree(other, one));
      for (const by of again) {
        const clean = cleaners.get(by);
        const once = clean?.(one);
        if (once !== undefined) assert.equal(clean?.(once), once, by);
      }
    }),
    { numRuns: 150 },
  );
});

void test('what is written clean is answered as what must be cleaned first', () => {
  const word = fc.oneof(
    fc.constantFrom('beth', 'elizabeth', 'liz', 'unknown', 'baby', 'mr', 'de', 'a', 'ab', 'anne marie'),
    fc.stringMatching(/^[a-b]{1,3}$/),
  );
  const written = fc
    .tuple(fc.constantFrom('2012', '2013'), fc.nat({ max: 13 }), fc.nat({ max: 13 }))
    .map(([year, ...rest]) => [year, ...rest.map((part) => String(part).padStart(2, '0'))].join('-'));
  const pair = fc.oneof(fc.tuple(word, word), fc.tuple(written, written));
  fc.assert(
    fc.property(pair, ([one, other]) => {
      for (const [by, agree] of agreements)
        assert.equal(agree(one, other), agree(` ${one}`, ` ${other}`), `${by}: ${one} and ${other}`);
    }),
    { numRuns: 2000 },
  );
});

void test('of the ten check digits that nine digits could have, at most one makes an NHS number', () => {
  const clean = cleaners.get('nhs-number');
  fc.assert(
    fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
      const valid = Array.from({ length: 10 }, (_, digit) => clean?.(`${nine}${digit}`)).filter(Boolean);
      assert.ok(valid.length <= 1);
    }),
  );
});
