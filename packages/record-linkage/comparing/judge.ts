// What a condition says of a pair, as SQL has it: no, yes, or neither. Before letters are looked at it may also be open.

/** It does not hold. */
export const no = 0;
/** It holds. */
export const yes = 1;
/** A value is missing, so that it neither holds nor fails. */
export const neither = 2;
/** Codes alone do not say. */
export const open = 3;

/** Asks a pair by where the codes of its two records begin among the fields. */
export type Ask = (left: number, right: number) => number;

/** A condition as the engine asks it. */
export type Judge = {
  /** from codes alone: may be open */
  readonly quick: Ask;
  /** to the letters: never open */
  readonly full: Ask;
};

/** A condition that codes alone answer. */
export function quickJudge(quick: Ask): Judge {
  return { quick, full: quick };
}

/** Whether letters are never needed. */
export function isQuick(judge: Judge): boolean {
  return judge.quick === judge.full;
}

/** All of these hold: no where one does not, neither where one is unknown. */
export function all(judges: readonly Judge[]): Judge {
  const quick = allOf(judges.map((judge) => judge.quick));
  return judges.every(isQuick)
    ? quickJudge(quick)
    : { quick, full: allOf(judges.map((judge) => judge.full)) };
}

/** One of these holds. */
export function any(judges: readonly Judge[]): Judge {
  const quick = anyOf(judges.map((judge) => judge.quick));
  return judges.every(isQuick)
    ? quickJudge(quick)
    : { quick, full: anyOf(judges.map((judge) => judge.full)) };
}

/** The opposite; unknown stays unknown. */
export function not(judge: Judge): Judge {
  const quick = notOf(judge.quick);
  return isQuick(judge) ? quickJudge(quick) : { quick, full: notOf(judge.full) };
}

function allOf(asks: readonly Ask[]): Ask {
  return (left, right) => {
    let said: number = yes;
    for (const ask of asks) {
      const part = ask(left, right);
      if (part === no) return no;
      if (part > said) said = part;
    }
    return said;
  };
}

function anyOf(asks: readonly Ask[]): Ask {
  return (left, right) => {
    let said: number = no;
    for (const ask of asks) {
      const part = ask(left, right);
      if (part === yes) return yes;
      if (part > said) said = part;
    }
    return said;
  };
}

function notOf(ask: Ask): Ask {
  return (left, right) => {
    const said = ask(left, right);
    return said < neither ? 1 - said : said;
  };
}
