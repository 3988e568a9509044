import type { Prepared } from './prepared-states.ts';
import type { Reader } from './reader.ts';

/** One page in one state, as every check here looks at it. */
export type PageState = {
  name: string;
  reader: Reader;
  path: string;
  status?: number;
  /** what is posted on the page before it is looked at: the page that answers is the state */
  sends?: { button: string | RegExp; answers: Readonly<Record<string, string>> };
  /** part of `npm test`; the others wait for `npm run accessibility` */
  chosen?: 'every-run';
  /** a sheet to print has no frame around it: no skip link, no navigation */
  sheet?: 'sheet';
};

/** Every page in every state that it can stand in. */
export function pageStates(made: Prepared): readonly PageState[] {
  return [
    ...forEveryone(),
    ...ofStrategies(made),
    ...ofFigures(made),
    ...ofGaps(),
    ...forAnalysts(made),
    ...ofOwnMeasures(),
    ...beingChanged(made),
    ...atWork(made),
  ];
}

function forEveryone(): readonly PageState[] {
  return [
    { name: 'home', reader: 'visitor', path: '/', chosen: 'every-run' },
    { name: 'home-signed-in', reader: 'manager', path: '/' },
    { name: 'home-welsh', reader: 'visitor', path: '/language/cy?back=/' },
    { name: 'sign-in', reader: 'visitor', path: '/sign-in', chosen: 'every-run' },
    { name: 'not-found', reader: 'visitor', path: '/no-such-page', status: 404, chosen: 'every-run' },
    { name: 'not-found-signed-in', reader: 'manager', path: '/frameworks/no-such-strategy', status: 404 },
    { name: 'library', reader: 'visitor', path: '/frameworks', chosen: 'every-run' },
    { name: 'library-manager', reader: 'manager', path: '/frameworks' },
    { name: 'organisations', reader: 'visitor', path: '/organisations', chosen: 'every-run' },
    { name: 'organisations-none-found', reader: 'visitor', path: '/organisations?words=nobody' },
    {
      name: 'organisation',
      reader: 'visitor',
      path: '/organisations/lantern-families',
      chosen: 'every-run',
    },
    { name: 'side-by-side-nothing-chosen', reader: 'visitor', path: '/side-by-side' },
    {
      name: 'side-by-side',
      reader: 'visitor',
      path: '/side-by-side?left=brackenshire&right=stockton-on-tees',
    },
    {
      name: 'side-by-side-unlinked',
      reader: 'visitor',
      path: '/side-by-side?left=dorset&right=norfolk',
    },
  ];
}

function ofStrategies(made: Prepared): readonly PageState[] {
  const library = [
    'gloucestershire',
    'worcestershire',
    'dorset',
    'norfolk',
    'stockton-on-tees',
    'national-framework',
  ];
  return [
    { name: 'strategy', reader: 'visitor', path: '/frameworks/brackenshire', chosen: 'every-run' },
    { name: 'strategy-manager', reader: 'manager', path: '/frameworks/brackenshire' },
    ...library.map((slug): PageState => ({
      name: `strategy-${slug}`,
      reader: 'visitor',
      path: `/frameworks/${slug}`,
    })),
    { name: 'strategy-empty', reader: 'manager', path: `/frameworks/${made.empty}` },
    {
      name: 'strategy-long-names',
      reader: 'manager',
      path: `/frameworks/${made.longNames}`,
      chosen: 'every-run',
    },
    ...tabsOf('brackenshire', 'strategy', 'visitor'),
    ...tabsOf('brackenshire', 'strategy-manager', 'manager'),
    ...tabsOf(made.longNames, 'strategy-long-names', 'manager'),
    ...tabsOf(made.empty, 'strategy-empty', 'manager'),
    ...tabsOf('worcestershire', 'strategy-worcestershire', 'visitor'),
    { name: 'element', reader: 'visitor', path: made.elementWithMeasure, chosen: 'every-run' },
    { name: 'element-manager', reader: 'manager', path: made.elementWithMeasure },
    { name: 'element-long-names', reader: 'manager', path: made.longElement },
    { name: 'element-vision', reader: 'visitor', path: made.vision },
  ];
}

function tabsOf(slug: string, name: string, reader: Reader): readonly PageState[] {
  const at = `/frameworks/${slug}`;
  const run = name === 'strategy' ? ({ chosen: 'every-run' } as const) : {};
  return [
    { name: `${name}-loose-ends`, reader, path: `${at}/loose-ends`, ...run },
    { name: `${name}-plan`, reader, path: `${at}/plan-on-a-page` },
    { name: `${name}-plan-sheet`, reader, path: `${at}/plan-on-a-page/sheet`, sheet: 'sheet', ...run },
    { name: `${name}-coverage`, reader, path: `${at}/coverage`, ...run },
    { name: `${name}-background`, reader, path: `${at}/background` },
    { name: `${name}-versions`, reader, path: `${at}/versions` },
  ];
}

const newCause = '/gaps/causes/new?measure=lait%3AFSP_NEW_GOODDEV&area=X10000001&group=free-school-meals';

/** Pages of gaps between groups of children. */
function ofGaps(): readonly PageState[] {
  return [
    { name: 'gaps', reader: 'visitor', path: '/gaps', chosen: 'every-run' },
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

/** Pages of figures. */
function ofFigures(made: Prepared): readonly PageState[] {
  const ours = '/scorecards/X10000001';
  return [
    { name: 'outcomes', reader: 'visitor', path: '/outcomes', chosen: 'every-run' },
    { name: 'outcomes-manager', reader: 'manager', path: '/outcomes' },
    { name: 'outcomes-without-figures', reader: 'visitor', path: '/outcomes?framework=norfolk' },
    { name: 'outcomes-long-names', reader: 'manager', path: `/outcomes?framework=${made.longNames}` },
    { name: 'scorecards', reader: 'visitor', path: '/scorecards' },
    { name: 'scorecards-nothing-found', reader: 'visitor', path: '/scorecards?name=nowhere' },
    { name: 'scorecard', reader: 'visitor', path: ours, chosen: 'every-run' },
    { name: 'scorecard-all-open', reader: 'visitor', path: `${ours}?show=all&open=all` },
    { name: 'scorecard-only-worse', reader: 'visitor', path: `${ours}?show=worse` },
    { name: 'scorecard-of-a-strategy', reader: 'visitor', path: `${ours}?of=brackenshire` },
    { name: 'take-away', reader: 'visitor', path: `${ours}/take-away` },
    { name: 'take-away-without-figures', reader: 'visitor', path: '/scorecards/E10000013/take-away' },
    { name: 'scorecard-without-figures', reader: 'visitor', path: '/scorecards/E10000013' },
    { name: 'scorecard-not-found', reader: 'visitor', path: '/scorecards/X99999999', status: 404 },
    { name: 'measures', reader: 'visitor', path: '/measures' },
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

/** Pages on which figures are brought in. */
function forAnalysts(made: Prepared): readonly PageState[] {
  return [
    { name: 'imports', reader: 'analyst', path: '/imports' },
    { name: 'hand-in', reader: 'analyst', path: '/imports/new' },
    {
      name: 'hand-in-wrong',
      reader: 'analyst',
      path: '/imports/new',
      sends: { button: 'Read them', answers: {} },
      chosen: 'every-run',
    },
    { name: 'import-waiting', reader: 'analyst', path: made.importWaiting, chosen: 'every-run' },
    { name: 'import-refused-rows', reader: 'analyst', path: `${made.importWaiting}/refused-rows` },
    { name: 'import-brought-in', reader: 'analyst', path: made.importBroughtIn },
    { name: 'import-not-readable', reader: 'analyst', path: made.importNotReadable },
    { name: 'import-not-found', reader: 'analyst', path: '/imports/none', status: 404 },
    ...onReportCards(),
  ];
}

/** Pages on which people write on the report card of a measure. */
function onReportCards(): readonly PageState[] {
  const at = '/measures/lait/PrevRegCPR';
  const overrule = `${at}/overrule?area=X10000001&about=england`;
  return [
    { name: 'measure-analyst', reader: 'analyst', path: `${at}?area=X10000001` },
    { name: 'overrule', reader: 'analyst', path: overrule, chosen: 'every-run' },
    {
      name: 'overrule-wrong',
      reader: 'analyst',
      path: overrule,
      sends: { button: 'Overrule this verdict', answers: { reason: '' } },
    },
    { name: 'target', reader: 'manager', path: `${at}/target?area=X10000001`, chosen: 'every-run' },
    {
      name: 'target-wrong',
      reader: 'manager',
      path: `${at}/target?area=X10000001`,
      sends: { button: 'Save the target', answers: { value: 'a fifth' } },
    },
    { name: 'story', reader: 'manager', path: `${at}/story/behind-the-line?area=X10000001` },
    { name: 'what-a-measure-is', reader: 'manager', path: `${at}/about?area=X10000001`, chosen: 'every-run' },
  ];
}

/** Pages of what the partnership counts itself. */
function ofOwnMeasures(): readonly PageState[] {
  const at = '/own-measures/asked-what-they-want';
  const figures = `${at}/figures?start=2026-04-01`;
  return [
    { name: 'own-measures', reader: 'manager', path: '/own-measures' },
    { name: 'own-measure-partner', reader: 'manager', path: at, chosen: 'every-run' },
    { name: 'own-measure', reader: 'analyst', path: at, chosen: 'every-run' },
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

function beingChanged(made: Prepared): readonly PageState[] {
  const at = `/frameworks/${made.longNames}`;
  const blank = { name: '' };
  const reader: Reader = 'manager';
  return [
    { name: 'begin', reader: 'manager', path: '/frameworks/new', chosen: 'every-run' },
    {
      name: 'begin-wrong',
      reader: 'manager',
      path: '/frameworks/new',
      sends: { button: 'Begin', answers: blank },
    },
    { name: 'paste', reader: 'manager', path: '/frameworks/paste' },
    {
      name: 'paste-wrong',
      reader: 'manager',
      path: '/frameworks/paste',
      sends: { button: 'Go on to its lines', answers: { ...blank, text: '' } },
      chosen: 'every-run',
    },
    { name: 'bring-in', reader: 'manager', path: '/frameworks/bring-in' },
    {
      name: 'bring-in-wrong',
      reader: 'manager',
      path: '/frameworks/bring-in',
      sends: { button: 'Read it', answers: {} },
    },
    { name: 'lines', reader: 'manager', path: made.lines, chosen: 'every-run' },
    {
      name: 'lines-wrong',
      reader: 'manager',
      path: made.lines,
      sends: { button: /./, answers: {} },
    },
    { name: 'preview', reader: 'manager', path: made.preview },
    { name: 'add-element', reader: 'manager', path: `${at}/add-element` },
    { name: 'edit-element', reader: 'manager', path: `${made.longElement}/edit`, chosen: 'every-run' },
    {
      name: 'edit-element-wrong',
      reader: 'manager',
      path: `${made.longElement}/edit`,
      sends: { button: /./, answers: { label: '' } },
      chosen: 'every-run',
    },
    {
      name: 'edit-element-conflict',
      reader: 'manager',
      path: `${made.longElement}/edit`,
      sends: { button: /./, answers: { label: 'Words that came second', seen: '0' } },
      chosen: 'every-run',
    },
    ...['move', 'remove', 'ties'].map((what) => ({
      name: `${what}-element`,
      reader,
      path: `${made.longElement}/${what}`,
    })),
    ...[
      'edit',
      'background/add',
      'background/need/edit',
      'people',
      'people/owners/board',
      'people/organisations/trust',
    ].map((what) => ({ name: what.replaceAll('/', '-'), reader, path: `${at}/${what}` })),
    ...['tiers', 'tiers/priorities', 'keep-version', 'close', 'delete'].map((what) => ({
      name: what.replaceAll('/', '-'),
      reader,
      path: `${at}/${what}`,
    })),
    {
      name: 'tiers-wrong',
      reader,
      path: `${at}/tiers`,
      sends: { button: 'Add this tier', answers: { name: '' } },
    },
    {
      name: 'people-wrong',
      reader,
      path: `${at}/people`,
      sends: { button: 'Add this owner', answers: { ownerName: '' } },
      chosen: 'every-run',
    },
    { name: 'publish', reader: 'manager', path: `${at}/publish` },
  ];
}

function atWork(_made: Prepared): readonly PageState[] {
  return [
    { name: 'work', reader: 'manager', path: '/work', chosen: 'every-run' },
    { name: 'work-analyst', reader: 'analyst', path: '/work' },
  ];
}
