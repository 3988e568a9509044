import type { PageState } from './page-state.ts';
import {
  forAnalysts,
  ofDecisions,
  ofFigures,
  ofGaps,
  ofMoneyAndEvidence,
  ofOwnMeasures,
} from './pages-of-figures.ts';
import { ofFindings } from './pages-of-findings.ts';
import { ofFiguresByLink } from './pages-of-links.ts';
import { ofAudit } from './pages/pages-of-audit.ts';
import { ofDanger } from './pages/pages-of-danger.ts';
import { ofFamilies } from './pages/pages-of-families.ts';
import { ofPeople } from './pages/pages-of-people.ts';
import { ofSharing } from './pages/pages-of-sharing.ts';
import { ofSignIn } from './pages/pages-of-sign-in.ts';
import { ofZones } from './pages-of-zones.ts';
import { ofYears } from './pages-of-years.ts';
import { ofMeetingsHeld } from './pages-of-meetings-held.ts';
import { ofThePlan } from './pages-of-plan.ts';
import type { Prepared } from './prepared-states.ts';
import type { Reader } from './reader.ts';

/** Every page in every state that it can stand in. */
export function pageStates(made: Prepared): readonly PageState[] {
  return [
    ...forEveryone(),
    ...ofSignIn(),
    ...ofSharing(made),
    ...ofPeople(made),
    ...ofAudit(),
    ...ofFamilies(made),
    ...ofDanger(made),
    ...ofStrategies(made),
    ...ofFigures(made),
    ...ofGaps(),
    ...ofZones(),
    ...ofDecisions(),
    ...forAnalysts(made),
    ...ofOwnMeasures(),
    ...ofFiguresByLink(made),
    ...ofYears(),
    ...ofMeetingsHeld(),
    ...ofMoneyAndEvidence(),
    ...ofThePlan(),
    ...ofFindings(),
    ...beingChanged(made),
    ...atWork(made),
  ];
}

function forEveryone(): readonly PageState[] {
  return [
    { name: 'home', reader: 'visitor', path: '/', chosen: 'every-run' },
    { name: 'home-signed-in', reader: 'manager', path: '/' },
    { name: 'home-welsh', reader: 'visitor', path: '/language/cy?back=/' },
    { name: 'sign-in', reader: 'visitor', path: '/sign-in' },
    { name: 'not-found', reader: 'visitor', path: '/no-such-page', status: 404, chosen: 'every-run' },
    { name: 'not-found-signed-in', reader: 'manager', path: '/frameworks/no-such-strategy', status: 404 },
    { name: 'library', reader: 'visitor', path: '/frameworks', chosen: 'every-run' },
    { name: 'library-manager', reader: 'manager', path: '/frameworks' },
    { name: 'organisations', reader: 'visitor', path: '/organisations' },
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

function beingChanged(made: Prepared): readonly PageState[] {
  const at = `/frameworks/${made.longNames}`;
  const blank = { name: '' };
  const reader: Reader = 'manager';
  return [
    { name: 'begin', reader: 'manager', path: '/frameworks/new' },
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
    { name: 'edit-element', reader: 'manager', path: `${made.longElement}/edit` },
    {
      name: 'edit-element-wrong',
      reader: 'manager',
      path: `${made.longElement}/edit`,
      sends: { button: /./, answers: { label: '' } },
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
