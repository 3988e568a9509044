import type { PageState } from './page-state.ts';
import { ofFrames } from './pages-of-links.ts';
import type { Prepared } from './prepared-states.ts';

const newCause = '/gaps/causes/new?measure=lait%3AFSP_NEW_GOODDEV&area=X10000001&group=free-school-meals';

const writeFormula =
  '/formulas/build/write?part=count+same-days+lait%3APrevRegCPR&part=base+same-days+lait%3APrevRegCPR&formula=a+%2F+b+per+100';

/** Pages of what is worked out from others, and of what children told us. */
const workedOutAndAsked: readonly PageState[] = [
  { name: 'surveys', reader: 'visitor', path: '/surveys' },
  {
    name: 'survey-question',
    reader: 'visitor',
    path: '/measures/other/brackenshire-asks%3Ahad-fun-last-week',
  },
  { name: 'formulas', reader: 'visitor', path: '/formulas' },
  {
    name: 'formula',
    reader: 'visitor',
    path: '/formulas/protection-plans-that-are-a-child-s-first',
  },
  { name: 'read-together', reader: 'visitor', path: '/read-together/permanent-homes-and-in-time' },
  { name: 'formula-choose', reader: 'analyst', path: '/formulas/build/choose?q=plan' },
  {
    name: 'formula-write-wrong',
    reader: 'analyst',
    path: '/formulas/build/write?part=count+same-days+lait%3APrevRegCPR&formula=a+%2B',
  },
  { name: 'formula-write', reader: 'analyst', path: writeFormula, chosen: 'every-run' },
  { name: 'read-together-new', reader: 'analyst', path: '/read-together/new' },
];

/** Pages of gaps between groups of children. */
export function ofGaps(): readonly PageState[] {
  return [
    { name: 'gaps', reader: 'visitor', path: '/gaps' },
    ...workedOutAndAsked,
    { name: 'gaps-england', reader: 'visitor', path: '/gaps?area=E92000001' },
    {
      name: 'gap',
      reader: 'visitor',
      path: '/gaps/lait/FSP_NEW_GOODDEV?area=X10000001&group=free-school-meals',
      chosen: 'every-run',
    },
    { name: 'gap-over-deprivation', reader: 'analyst', path: '/gaps/fingertips/90284?area=X10000001' },
    { name: 'gap-nothing-known', reader: 'visitor', path: '/gaps/lait/PrevRegCPR?area=X10000001' },
    { name: 'gap-not-found', reader: 'visitor', path: '/gaps/lait/NoSuchMeasure', status: 404 },
    { name: 'places', reader: 'visitor', path: '/places' },
    { name: 'place', reader: 'visitor', path: '/places/X20000007', chosen: 'every-run' },
    { name: 'map-of-zones', reader: 'visitor', path: '/maps/local/asked-what-they-want' },
    { name: 'map-of-councils', reader: 'visitor', path: '/maps/lait/PrevRegCPR' },
    { name: 'map-beside-england', reader: 'visitor', path: '/maps/lait/PrevRegCPR?classes=england' },
    { name: 'boundaries', reader: 'analyst', path: '/imports/boundaries' },
    { name: 'zones', reader: 'analyst', path: '/zones' },
    { name: 'zones-new', reader: 'analyst', path: '/zones/new' },
    { name: 'zones-picked', reader: 'analyst', path: '/zones/wards' },
    { name: 'small-areas', reader: 'analyst', path: '/zones/small-areas' },
    { name: 'gap-groups', reader: 'analyst', path: '/gaps/groups' },
    { name: 'gap-cause', reader: 'analyst', path: newCause },
    {
      name: 'gap-cause-wrong',
      reader: 'analyst',
      path: newCause,
      sends: { button: 'Add it', answers: { words: '' } },
    },
  ];
}

/** Pages of decisions, step by step. */
export function ofDecisions(): readonly PageState[] {
  return [
    { name: 'ladders', reader: 'visitor', path: '/disparity' },
    {
      name: 'ladder',
      reader: 'analyst',
      path: '/disparity/contact-to-care?area=X10000001',
    },
    {
      name: 'ladder-of-all',
      reader: 'visitor',
      path: '/disparity/contact-to-care?base=population&beside=white',
    },
    { name: 'ladder-without-figures', reader: 'visitor', path: '/disparity/in-school?area=E10000013' },
    { name: 'ladder-not-found', reader: 'visitor', path: '/disparity/no-such-ladder', status: 404 },
  ];
}

/** Scorecards as they stood, and the other ways of looking at one. */
function ofKeptScorecards(ours: string): readonly PageState[] {
  return [
    { name: 'exceptions', reader: 'visitor', path: `${ours}/exceptions` },
    { name: 'three-questions', reader: 'analyst', path: `${ours}/three-questions` },
    { name: 'kept-scorecards', reader: 'analyst', path: `${ours}/kept` },
    { name: 'keep-scorecard', reader: 'analyst', path: `${ours}/kept/new` },
    {
      name: 'keep-scorecard-wrong',
      reader: 'analyst',
      path: `${ours}/kept/new`,
      sends: { button: 'Keep it', answers: { name: '' } },
    },
  ];
}

/** Pages of figures. */
export function ofFigures(made: Prepared): readonly PageState[] {
  return [
    { name: 'outcomes', reader: 'visitor', path: '/outcomes', chosen: 'every-run' },
    { name: 'outcomes-manager', reader: 'manager', path: '/outcomes' },
    { name: 'outcomes-without-figures', reader: 'visitor', path: '/outcomes?framework=norfolk' },
    { name: 'outcomes-long-names', reader: 'manager', path: `/outcomes?framework=${made.longNames}` },
    ...ofScorecards(),
    { name: 'measures', reader: 'visitor', path: '/measures' },
    { name: 'open-data', reader: 'visitor', path: '/open-data' },
    ...ofFrames(),
    {
      name: 'measure',
      reader: 'visitor',
      path: '/measures/lait/PrevRegCPR?area=X10000001',
      chosen: 'every-run',
    },
    { name: 'measure-england', reader: 'visitor', path: '/measures/lait/FSP_NEW_GOODDEV' },
    { name: 'measure-impossible', reader: 'visitor', path: '/measures/lait/FirstYJS?area=X10000001' },
    { name: 'measure-not-found', reader: 'visitor', path: '/measures/lait/NoSuchMeasure', status: 404 },
  ];
}

function ofScorecards(): readonly PageState[] {
  const ours = '/scorecards/X10000001';
  return [
    { name: 'scorecards', reader: 'visitor', path: '/scorecards' },
    { name: 'scorecard-aloud', reader: 'visitor', path: `${ours}/aloud` },
    { name: 'scorecard-glance', reader: 'visitor', path: `${ours}/glance` },
    { name: 'scorecards-nothing-found', reader: 'visitor', path: '/scorecards?name=nowhere' },
    { name: 'scorecard', reader: 'visitor', path: ours, chosen: 'every-run' },
    { name: 'scorecard-all-open', reader: 'visitor', path: `${ours}?show=all&open=all` },
    { name: 'scorecard-only-worse', reader: 'visitor', path: `${ours}?show=worse` },
    { name: 'scorecard-of-a-strategy', reader: 'visitor', path: `${ours}?strategy=brackenshire` },
    {
      name: 'scorecard-of-a-group',
      reader: 'visitor',
      path: `${ours}?strategy=brackenshire&owner=growing-group`,
    },
    {
      name: 'scorecard-of-nothing-measured',
      reader: 'visitor',
      path: `${ours}?strategy=brackenshire&owner=young-partnership`,
    },
    ...ofKeptScorecards(ours),
    { name: 'take-away', reader: 'visitor', path: `${ours}/take-away` },
    { name: 'take-away-without-figures', reader: 'visitor', path: '/scorecards/E10000013/take-away' },
    { name: 'scorecard-without-figures', reader: 'visitor', path: '/scorecards/E10000013' },
    { name: 'scorecard-not-found', reader: 'visitor', path: '/scorecards/X99999999', status: 404 },
  ];
}

/** Pages on which figures are brought in. */
export function forAnalysts(made: Prepared): readonly PageState[] {
  return [
    { name: 'imports', reader: 'analyst', path: '/imports' },
    { name: 'hand-in', reader: 'analyst', path: '/imports/new' },
    {
      name: 'hand-in-wrong',
      reader: 'analyst',
      path: '/imports/new',
      sends: { button: 'Read them', answers: {} },
    },
    { name: 'import-waiting', reader: 'analyst', path: made.importWaiting, chosen: 'every-run' },
    { name: 'import-refused-rows', reader: 'analyst', path: `${made.importWaiting}/refused-rows` },
    { name: 'import-columns', reader: 'analyst', path: made.importUnmapped, chosen: 'every-run' },
    {
      name: 'import-columns-wrong',
      reader: 'analyst',
      path: made.importUnmapped,
      sends: { button: 'See what it would change', answers: {} },
    },
    {
      name: 'import-unmapped',
      reader: 'analyst',
      path: made.importUnmapped.replace(/\/columns$/, ''),
    },
    { name: 'import-brought-in', reader: 'analyst', path: made.importBroughtIn },
    { name: 'import-not-readable', reader: 'analyst', path: made.importNotReadable },
    { name: 'import-not-found', reader: 'analyst', path: '/imports/none', status: 404 },
    { name: 'from-publishers', reader: 'analyst', path: '/imports/from-publishers' },
    { name: 'from-publishers-new', reader: 'analyst', path: '/imports/from-publishers/new' },
    {
      name: 'from-publishers-wrong',
      reader: 'analyst',
      path: '/imports/from-publishers/new',
      sends: { button: 'Set it', answers: {} },
    },
    ...onReportCards(),
  ];
}

/** Pages on which people write on the report card of a measure. */
function onReportCards(): readonly PageState[] {
  const at = '/measures/lait/PrevRegCPR';
  const overrule = `${at}/overrule?area=X10000001&about=england`;
  const monthly = '/measures/local/a-first-visit-within-a-week-of-asking';
  const limits = `${monthly}/limits?area=X10000001`;
  return [
    { name: 'measure-analyst', reader: 'analyst', path: `${at}?area=X10000001` },
    { name: 'overrule', reader: 'analyst', path: overrule },
    {
      name: 'overrule-wrong',
      reader: 'analyst',
      path: overrule,
      sends: { button: 'Overrule this verdict', answers: { reason: '' } },
    },
    { name: 'measure-with-limits', reader: 'visitor', path: `${monthly}?area=X10000001` },
    { name: 'limits', reader: 'analyst', path: limits },
    {
      name: 'limits-wrong',
      reader: 'analyst',
      path: limits,
      sends: { button: 'Decide this', answers: { reason: '' } },
    },
    { name: 'target', reader: 'manager', path: `${at}/target?area=X10000001` },
    {
      name: 'target-wrong',
      reader: 'manager',
      path: `${at}/target?area=X10000001`,
      sends: { button: 'Save the target', answers: { value: 'a fifth' } },
    },
    { name: 'story', reader: 'manager', path: `${at}/story/behind-the-line?area=X10000001` },
    { name: 'what-a-measure-is', reader: 'manager', path: `${at}/about?area=X10000001` },
  ];
}

/** Pages of what the partnership counts itself. */
export function ofOwnMeasures(): readonly PageState[] {
  const at = '/own-measures/asked-what-they-want';
  const figures = `${at}/figures?start=2026-04-01`;
  return [
    { name: 'own-measures', reader: 'manager', path: '/own-measures' },
    { name: 'own-measure-partner', reader: 'manager', path: at },
    { name: 'own-measure', reader: 'analyst', path: at },
    { name: 'own-measure-new', reader: 'analyst', path: '/own-measures/new' },
    {
      name: 'own-measure-new-wrong',
      reader: 'analyst',
      path: '/own-measures/new',
      sends: { button: 'Describe it', answers: { title: '' } },
    },
    { name: 'own-measure-change', reader: 'analyst', path: `${at}/change` },
    { name: 'own-figures', reader: 'analyst', path: figures, chosen: 'every-run' },
    {
      name: 'own-figures-wrong',
      reader: 'analyst',
      path: figures,
      sends: { button: 'Keep these figures', answers: { 'count-X20000001': 'some' } },
    },
    { name: 'own-release', reader: 'analyst', path: `${at}/release?audience=public` },
  ];
}

/** Pages of money and people, and of evidence beside numbers. */
export function ofMoneyAndEvidence(): readonly PageState[] {
  const about = 'about=element%3Abrackenshire%2Ffun-and-adventure';
  return [
    { name: 'money', reader: 'visitor', path: '/money' },
    { name: 'money-owner', reader: 'analyst', path: '/money?prices=real&by=zone' },
    { name: 'money-need', reader: 'visitor', path: '/money/need' },
    { name: 'money-line', reader: 'analyst', path: '/money/lines/new' },
    {
      name: 'money-line-wrong',
      reader: 'analyst',
      path: '/money/lines/new',
      sends: { button: 'Write it down', answers: { amount: 'much' } },
    },
    { name: 'money-bring-in', reader: 'analyst', path: '/money/bring-in' },
    { name: 'money-children', reader: 'analyst', path: '/money/children' },
    { name: 'cost-avoided', reader: 'visitor', path: '/money/avoided' },
    { name: 'cost-claim-new', reader: 'manager', path: '/money/avoided/new' },
    { name: 'value-and-quality', reader: 'visitor', path: '/money/value' },
    { name: 'standard-new', reader: 'manager', path: '/money/value/standards/new' },
    { name: 'evidence', reader: 'visitor', path: '/evidence' },
    { name: 'evidence-about', reader: 'manager', path: `/evidence/about?${about}` },
    { name: 'finding-new', reader: 'manager', path: `/evidence/findings/new?${about}` },
    { name: 'voice-new', reader: 'manager', path: `/evidence/voices/new?${about}` },
    {
      name: 'judge-wrong',
      reader: 'manager',
      path: `/evidence/judge?${about}`,
      sends: { button: 'Write it down', answers: { group: '' } },
    },
  ];
}
