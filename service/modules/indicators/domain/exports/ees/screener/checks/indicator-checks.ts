import { inData, inMeta, quoted } from '../check.ts';
import type { EesCheck, Found } from '../check.ts';
import type { EesPair } from '../pair.ts';
import type { PairTable } from '../pair-table.ts';

/** A finding for each column that holds one of the texts. */
function holding(
  table: PairTable,
  columns: readonly string[],
  texts: readonly string[],
): { column: string; line: number; met: string[] }[] {
  return columns.flatMap((column) => {
    const items = table.items(column);
    const met = texts.filter((text) => items.has(text));
    const rows = met.flatMap((text) => items.get(text) ?? []);
    return met.length === 0 ? [] : [{ column, met, line: table.lines[Math.min(...rows)] ?? 0 }];
  });
}

function columnsOf({ indicators }: EesPair): readonly string[] {
  return indicators.map(({ column }) => column);
}

function noNulls({ data, meta, format }: EesPair): Found[] {
  const { nothing } = format.symbols;
  return [
    ...holding(data, data.headers, nothing).map(({ column, line, met }) =>
      inData(`“${column}” holds ${quoted(met)}, which a program wrote for nothing.`, { column, line }),
    ),
    ...holding(meta, meta.headers, nothing).map(({ column, line, met }) =>
      inMeta(`“${column}” holds ${quoted(met)}, which a program wrote for nothing.`, { column, line }),
    ),
  ];
}

function noBlanks(pair: EesPair): Found[] {
  return holding(pair.data, columnsOf(pair), ['']).map(({ column, line }) =>
    inData(`“${column}” holds nothing in a row; a symbol says why there is no number.`, { column, line }),
  );
}

function without(texts: (pair: EesPair) => readonly string[], now: string): (pair: EesPair) => Found[] {
  return (pair) =>
    holding(pair.data, columnsOf(pair), texts(pair)).map(({ column, line, met }) =>
      inData(`“${column}” holds ${quoted(met)}; ${now}.`, { column, line }),
    );
}

const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Texts that are neither numbers nor symbols, and that no other check speaks of. */
function numbersOrSymbols({ data, indicators, format: { symbols } }: EesPair): Found[] {
  const told = new Set(['', ...Object.values(symbols).flat()]);
  return indicators
    .filter(({ unit }) => unit !== 'numberstring')
    .flatMap(({ column }) => {
      const odd = [...data.items(column)].filter(([item]) => !told.has(item) && !number.test(item));
      const [first] = odd;
      if (!first) return [];
      const line = data.lines[first[1]] ?? 0;
      return [
        inData(
          `“${column}” holds what is neither a number nor a symbol: ${quoted(odd.map(([item]) => item))}.`,
          {
            column,
            line,
          },
        ),
      ];
    });
}

/** What stands where numbers belong. */
export const indicatorChecks: readonly EesCheck[] = [
  {
    name: 'null',
    level: 'fail',
    holds: 'No cell holds NULL or NA, which programs write for nothing.',
    find: noNulls,
  },
  {
    name: 'blanks_indicators',
    level: 'fail',
    holds: 'No indicator is empty in any row.',
    find: noBlanks,
  },
  {
    name: 'no_data_symbols',
    level: 'fail',
    holds: 'No full stop, hyphen or N/A stands for a number.',
    find: without(({ format }) => format.symbols.noDataOnce, 'z, x, c and low say why there is no number'),
  },
  {
    name: 'notavailable_symbols',
    level: 'fail',
    holds: 'No colon stands for what is not available.',
    find: without(({ format }) => format.symbols.notAvailableOnce, 'what is not available is x'),
  },
  {
    name: 'roundedzero_symbols',
    level: 'fail',
    holds: 'No tilde stands for what rounds to zero.',
    find: without(({ format }) => format.symbols.roundsToZeroOnce, 'what rounds to zero is low'),
  },
  {
    name: 'indicator_values',
    level: 'warning',
    holds: 'Indicators hold plain numbers and symbols, with no commas, signs or words.',
    find: numbersOrSymbols,
  },
];
