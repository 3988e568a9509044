/** The bases of Article 6(1) of the UK GDPR. One of them must hold for each purpose. */
export const bases = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'recognised-legitimate-interest',
  'legitimate-interests',
] as const;

export type Basis = (typeof bases)[number];

/** A ground in law: its legal words with where they stand, and what they come to in plain words. */
export type LawfulWords = { legal: string; plain: string };

export const basisWords: Readonly<Record<Basis, LawfulWords>> = {
  consent: {
    legal: 'Consent, UK GDPR Article 6(1)(a)',
    plain: 'because you said yes to this sharing, and you can take it back',
  },
  contract: {
    legal: 'Contract, UK GDPR Article 6(1)(b)',
    plain: 'because an agreement that you made with us needs it',
  },
  'legal-obligation': {
    legal: 'Legal obligation, UK GDPR Article 6(1)(c)',
    plain: 'because the law says that we must',
  },
  'vital-interests': {
    legal: 'Vital interests, UK GDPR Article 6(1)(d)',
    plain: 'because somebody’s life was in danger',
  },
  'public-task': {
    legal: 'Public task, UK GDPR Article 6(1)(e), and Data Protection Act 2018, section 8',
    plain: 'because it is part of the work that the law gives us for children',
  },
  'recognised-legitimate-interest': {
    legal: 'Recognised legitimate interest, UK GDPR Article 6(1)(ea)',
    plain: 'because keeping a child safe is a reason that the law names',
  },
  'legitimate-interests': {
    legal: 'Legitimate interests, UK GDPR Article 6(1)(f)',
    plain: 'because we have a fair reason that does not outweigh the child’s own interests',
  },
};
