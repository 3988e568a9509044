const longestLabel = 200;

/** Words that are to be called something: a label too long to be one is cut at a sentence or a word, and stands whole in the statement. */
export function labelAndStatement(
  label: string,
  statements: readonly string[],
): { label: string; statement: string | undefined } {
  const short = label.length <= longestLabel ? label : cut(label);
  const whole = [...(short === label ? [] : [label]), ...statements].join('\n');
  return { label: short, statement: whole === '' ? undefined : whole };
}

function cut(label: string): string {
  const sentence = /^.{10,199}?[.!?](?=\s)/su.exec(label)?.[0];
  if (sentence !== undefined) return sentence;
  const space = label.lastIndexOf(' ', longestLabel - 2);
  return `${label.slice(0, space > 0 ? space : longestLabel - 1).trimEnd()}…`;
}
