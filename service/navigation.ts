import type { NavigationEntry } from '#platform/page/frame.tsx';
import { introduceFamilies, keepPeople } from '#modules/accounts/index.ts';
import { bringInFigures } from '#modules/indicators/index.ts';
import { helpChildren, readConcerns, readOwnRecord } from '#modules/families/index.ts';
import { readAudit } from '#modules/audit/index.ts';
import { readOwnAnswers, recordSharing } from '#modules/sharing/index.ts';
import { editStrategy } from '#modules/strategy/index.ts';

/** The way about: at most six entries each for the public and for people at work. */
export const navigation: readonly NavigationEntry[] = [
  {
    text: { en: 'Our promise', cy: 'Ein haddewid' },
    href: '/',
    policy: 'everyone',
    place: 'public',
    covers: ['/frameworks', '/side-by-side', '/organisations'],
  },
  {
    text: { en: 'How we are doing', cy: 'Sut hwyl sydd arnom' },
    href: '/outcomes',
    policy: 'everyone',
    place: 'public',
    covers: [
      '/outcomes',
      '/scorecards',
      '/gaps',
      '/disparity',
      '/measures',
      '/formulas',
      '/read-together',
      '/surveys',
      '/evidence',
      '/money',
    ],
  },
  {
    text: { en: 'Your work', cy: 'Eich gwaith' },
    href: '/work',
    policy: 'at-work',
    place: 'work',
    covers: ['/work', '/friday'],
  },
  {
    text: { en: 'Strategies', cy: 'Strategaethau' },
    href: '/frameworks',
    policy: editStrategy,
    place: 'work',
    covers: ['/frameworks', '/side-by-side', '/organisations'],
  },
  {
    text: { en: 'Bring in figures', cy: 'Dod â ffigurau i mewn' },
    href: '/imports',
    policy: bringInFigures,
    place: 'work',
    covers: ['/imports'],
  },
  {
    text: { en: 'Our own measures', cy: 'Ein mesurau ein hunain' },
    href: '/own-measures',
    policy: 'at-work',
    place: 'work',
    covers: ['/own-measures'],
  },
  {
    text: { en: 'Who comes in', cy: 'Pwy sy’n dod i mewn' },
    href: '/people',
    policy: keepPeople,
    place: 'work',
    covers: ['/people', '/bodies', '/teams', '/roles'],
  },
  {
    text: { en: 'Who did what', cy: 'Pwy wnaeth beth' },
    href: '/audit',
    policy: readAudit,
    place: 'work',
    covers: ['/audit'],
  },
  {
    text: { en: 'Boards and plan', cy: 'Byrddau a chynllun' },
    href: '/plan',
    policy: 'at-work',
    place: 'work',
    covers: [
      '/plan',
      '/plans',
      '/actions',
      '/boards',
      '/meetings',
      '/decisions',
      '/findings',
      '/commissioning',
      '/years',
    ],
  },
  {
    text: { en: 'Families’ way in', cy: 'Ffordd i mewn teuluoedd' },
    href: '/introductions',
    policy: introduceFamilies,
    place: 'work',
    covers: ['/introductions'],
  },
  {
    text: { en: 'Families', cy: 'Teuluoedd' },
    href: '/children',
    policy: helpChildren,
    place: 'work',
    covers: ['/children', '/glass'],
  },
  {
    text: { en: 'Told to us', cy: 'Dywedwyd wrthym' },
    href: '/concerns',
    policy: readConcerns,
    place: 'work',
    covers: ['/concerns'],
  },
  {
    text: { en: 'Sharing', cy: 'Rhannu' },
    href: '/sharing/ledger',
    policy: recordSharing,
    place: 'work',
    covers: ['/sharing'],
  },
  {
    text: { en: 'What is held about you', cy: 'Yr hyn a gedwir amdanoch' },
    href: '/my-record',
    policy: readOwnRecord,
    place: 'work',
    covers: ['/my-record'],
  },
  {
    text: { en: 'Our answers to you', cy: 'Ein hatebion i chi' },
    href: '/rights/mine',
    policy: readOwnAnswers,
    place: 'work',
    covers: ['/rights/mine'],
  },
];
