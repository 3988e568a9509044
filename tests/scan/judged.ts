/** What a rule holds to be wrong and a person looked at, by rule and file, each with why nothing is. */
export const judged: Readonly<Record<string, string>> = {
  'node_timing_attack at service/platform/audit/verify-audit.ts':
    'compares hashes that everybody may read, so that how long it takes tells nobody anything',
  'express_xss at service/platform/http/server.ts':
    'the address only names one of our own files, of which the answer is made',
  'node_secret at service/platform/identity/testing/test-provider.ts':
    'the secret of an invented provider that runs in a test',
  'eval_nodejs at service/platform/outbound/outbound.ts': 'a timer is given a function and no text',
};
