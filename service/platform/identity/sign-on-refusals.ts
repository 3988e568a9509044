import * as oidc from 'openid-client';

/** Why nobody came in by single sign-on. What the other side said in its own words stops here. */
export type SignOnRefusal =
  | { reason: 'unknown-provider' }
  /** no journey of this browser led there, or another one did */
  | { reason: 'not-asked' }
  /** the person, or the provider, broke it off */
  | { reason: 'turned-back' }
  /** the code was used before, or stood too long */
  | { reason: 'too-late' }
  /** the provider does not answer, or not with sense */
  | { reason: 'provider-away' }
  /** what came back does not hold: signature, nonce, issuer */
  | { reason: 'unsound' }
  /** it does not say who it is */
  | { reason: 'nameless' }
  /** somebody of a body that may not come in by this way */
  | { reason: 'other-body' }
  /** it was not proved as well as we ask */
  | { reason: 'not-enough' };

/** The refusal behind what the protocol's library threw. */
export function whyNot(fault: unknown): SignOnRefusal {
  if (fault instanceof oidc.AuthorizationResponseError)
    return {
      reason:
        fault.error === 'temporarily_unavailable' || fault.error === 'server_error'
          ? 'provider-away'
          : 'turned-back',
    };
  if (fault instanceof oidc.ResponseBodyError)
    return { reason: fault.error === 'invalid_grant' ? 'too-late' : 'provider-away' };
  if (!(fault instanceof oidc.ClientError)) return { reason: 'provider-away' };
  if (isOfState(fault)) return { reason: 'not-asked' };
  const away = [
    'OAUTH_TIMEOUT',
    'OAUTH_RESPONSE_IS_NOT_CONFORM',
    'OAUTH_RESPONSE_IS_NOT_JSON',
    'OAUTH_PARSE_ERROR',
  ];
  return { reason: away.includes(fault.code ?? '') ? 'provider-away' : 'unsound' };
}

/** The state that came back is not ours; the library says so only in the parameters that it quotes. */
function isOfState(fault: oidc.ClientError): boolean {
  return (
    /\bstate\b/.test(fault.message) || (fault.cause instanceof Error && /"state"/.test(fault.cause.message))
  );
}
