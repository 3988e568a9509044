/**
 * Tables that name somebody and belong to no class of records yet, each with the reason. What stands here is not gathered
 * for an answer by itself: an officer looks there by hand, as docs/guides/rights.md says.
 */
export const heldOtherwise: Readonly<Record<string, string>> = {
  'platform.fact': 'ids of who acted, and no words: told to whoever asks by the history of looks',
  'platform.session': 'digests of cookies of who is signed in; gone when the session ends',
  'platform.browser_seen': 'digests of cookies, to tell somebody of a new browser',
  'strategy.tie': 'who tied two things together, in their work',
  'indicators.evidence': 'who wrote down what was found, in their work',
  'indicators.judgement': 'who judged a figure, in their work',
  'indicators.supplier': 'the address of work to which a body wants to be asked for figures',
  'delivery.agenda_item': 'who put something before a board, in their work',
  'delivery.membership': 'who sits on a board, in public; the address to which papers go',
  'delivery.year_turn': 'who turned a year, in their work',
};
