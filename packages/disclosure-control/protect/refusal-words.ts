import type { ProtectRefusal } from './protect.ts';

/** What a refusal says to the person who wanted to publish: what is wrong and what can be done. */
export function protectRefusalWords(refusal: ProtectRefusal): string {
  switch (refusal.reason) {
    case 'no-tables':
      return 'There is no table here to publish.';
    case 'no-cells':
      return `The table ${refusal.table} has no figures.`;
    case 'kinds-mixed':
      return 'Counts and sums of money or time cannot be protected together. Publish them one after the other.';
    case 'not-for-magnitudes':
      return `The rules ${refusal.rules} say nothing about sums of contributions. Choose rules that do.`;
    case 'wrong-figure':
      return `In ${refusal.table}, the figure at ${place(refusal.at)} is not a count of none or more.`;
    case 'wrong-place':
      return `In ${refusal.table}, ${place(refusal.at)} is not a place in the table.`;
    case 'doubled-cell':
      return `In ${refusal.table}, the figure at ${place(refusal.at)} is given twice.`;
    case 'wrong-sum':
      return `In ${refusal.table}, the parts of ${refusal.whole} (${refusal.dimension}) are not codes of that dimension.`;
    case 'margins-disagree':
      return `In ${refusal.table}, ${place(refusal.at)} is ${refusal.whole} but its parts come to ${refusal.parts}. Put the figures right, or name the part that is missing.`;
    case 'unknown-table':
      return `Something known from elsewhere (${refusal.known}) speaks of a table that is not here.`;
    case 'contradicted':
      return 'What was published before, or is known from elsewhere, does not fit these figures. Check them against each other before anything is published.';
    case 'cannot-be-closed':
      return `Too much is out already: even with everything else held back, ${counted(refusal.keys.length)} could be worked out. Do not publish this table.`;
    case 'not-proved':
      return `It could not be proved that ${counted(refusal.keys.length)} cannot be worked out, so the table stays unpublished. Publish fewer breakdowns at once.`;
    case 'solver-failed':
      return 'The check against somebody working figures out could not be run, so the table stays unpublished.';
  }
}

function place(at: readonly string[]): string {
  return at.join(', ');
}

function counted(figures: number): string {
  return figures === 1 ? 'one figure' : `${figures} figures`;
}
