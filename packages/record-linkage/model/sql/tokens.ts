/** One piece of SQL: a name in quotes, a bare word, a text, a number or a sign, and where it stands. */
export type Token = {
  readonly kind: 'quoted' | 'word' | 'text' | 'number' | 'sign';
  /** the name, the word in small letters, the text without its quotes, or the sign */
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

const pieces =
  /(?<quoted>"(?:[^"]|"")*")|(?<text>'(?:[^']|'')*')|(?<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?<word>[\p{L}_][\p{L}\p{N}_$]*)|(?<sign><>|!=|<=|>=|\|\||::|->|[^\s])/gu;

/** The pieces of SQL in order; what stands between them is white space. */
export function tokensOf(sql: string): readonly Token[] {
  return [...sql.matchAll(pieces)].map((match) => {
    const groups = match.groups ?? {};
    const [raw, from] = [match[0], match.index];
    const place = { from, to: from + raw.length };
    if (groups['quoted'] !== undefined)
      return { kind: 'quoted', text: raw.slice(1, -1).replaceAll('""', '"'), ...place };
    if (groups['text'] !== undefined)
      return { kind: 'text', text: raw.slice(1, -1).replaceAll("''", "'"), ...place };
    if (groups['number'] !== undefined) return { kind: 'number', text: raw, ...place };
    if (groups['word'] !== undefined) return { kind: 'word', text: raw.toLowerCase(), ...place };
    return { kind: 'sign', text: raw, ...place };
  });
}

/** Bare words of SQL that are no columns. */
const reserved = new Set(
  `all and any array as asc between bigint blob boolean by case cast char collate date decimal desc distinct double
  else end escape extract false filter float following for from ilike in int integer interval is isnull like list
  not notnull null numeric or order over precision preceding real row similar smallint some string struct text then
  time timestamp tinyint to true try_cast using varchar when with within zone year month day hour minute second epoch`.split(
    /\s+/,
  ),
);

/** Whether the token at this place is a column: a name that is no function, no type and no part of the language. */
export function isColumn(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token === undefined || next?.text === '(') return false;
  if (token.kind === 'quoted') return next?.text !== '.';
  return token.kind === 'word' && next?.text !== '.' && !reserved.has(token.text);
}

/** A name in quotes, as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in quotes, as SQL writes it. */
export function quotedText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** SQL with every column written anew; a table in front of a column goes where `anew` puts it. */
export function withColumns(
  sql: string,
  anew: (column: string, table: string | undefined) => string,
): string {
  const tokens = tokensOf(sql);
  let written = '';
  let copied = 0;
  for (const [at, token] of tokens.entries()) {
    if (!isColumn(tokens, at)) continue;
    const dotted = tokens[at - 1]?.text === '.' && tokens[at - 1]?.kind === 'sign';
    const table = dotted ? tokens[at - 2] : undefined;
    const name = token.kind === 'quoted' ? token.text : sql.slice(token.from, token.to);
    written += sql.slice(copied, table?.from ?? token.from) + anew(name, table?.text);
    copied = token.to;
  }
  return written + sql.slice(copied);
}
