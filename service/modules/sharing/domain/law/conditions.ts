import type { LawfulWords } from './bases.ts';

/**
 * What lets special kinds of information (health, origin, belief, intimate life) and information on offences be used:
 * Article 9(2) of the UK GDPR, mostly with a paragraph of Schedule 1 of the Data Protection Act 2018. Article 9(2)(d),
 * for a body's own members, is not here: it lets nothing leave that body.
 */
export const conditions = [
  'none-needed',
  'safeguarding',
  'health-or-social-care',
  'public-function',
  'social-protection',
  'equal-treatment',
  'preventing-crime',
  'legal-claims',
  'vital-interests',
  'explicit-consent',
] as const;

export type Condition = (typeof conditions)[number];

export const conditionWords: Readonly<Record<Condition, LawfulWords>> = {
  'none-needed': { legal: 'None: nothing of a special kind', plain: 'nothing of a specially protected kind' },
  safeguarding: {
    legal: 'Safeguarding of children and people at risk, Article 9(2)(g), Schedule 1 paragraph 18',
    plain: 'to keep a child or somebody at risk safe',
  },
  'health-or-social-care': {
    legal: 'Health or social care, Article 9(2)(h), Schedule 1 paragraph 2',
    plain: 'to give health or social care',
  },
  'public-function': {
    legal: 'A function that law gives, Article 9(2)(g), Schedule 1 paragraph 6',
    plain: 'to do what the law asks of us',
  },
  'social-protection': {
    legal: 'Social security and social protection, Article 9(2)(b), Schedule 1 paragraph 1',
    plain: 'to give support that the law provides',
  },
  'equal-treatment': {
    legal: 'Equality of opportunity or treatment, Article 9(2)(g), Schedule 1 paragraph 8',
    plain: 'to see that everybody is treated equally',
  },
  'preventing-crime': {
    legal: 'Preventing or detecting unlawful acts, Article 9(2)(g), Schedule 1 paragraph 10',
    plain: 'to prevent or look into a crime',
  },
  'legal-claims': {
    legal: 'Legal claims and courts, Article 9(2)(f)',
    plain: 'because a court needs it',
  },
  'vital-interests': {
    legal: 'Vital interests of somebody who cannot consent, Article 9(2)(c)',
    plain: 'because a life was in danger and nobody could be asked',
  },
  'explicit-consent': {
    legal: 'Explicit consent, Article 9(2)(a)',
    plain: 'because you said yes to exactly this',
  },
};
