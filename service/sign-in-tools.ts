import type { SignInTools } from '#modules/accounts/index.ts';
import type { Config } from '#platform/config/config.ts';
import { ProvidersFault } from '#platform/identity/providers-fault.ts';
import { readProviders } from '#platform/identity/providers.ts';
import { openSingleSignOn } from '#platform/identity/single-sign-on.ts';
import type { Keys } from '#platform/keys/keys.ts';

/**
 * What signing in leans on, by the settings.
 * @throws ProvidersFault where the file that names single sign-on has problems
 */
export async function signInTools(config: Config, keys: Keys): Promise<SignInTools> {
  const read = config.signInFile === undefined ? undefined : await readProviders(config.signInFile);
  if (read && !read.done) throw new ProvidersFault(read.refusal.problems);
  if (read && read.value.length > 0 && config.origin === undefined && !config.demonstration)
    throw new ProvidersFault(['GOLDENTHREAD_ORIGIN must say where people come back to']);
  return {
    keys,
    sso: openSingleSignOn(read?.value ?? []),
    demonstration: config.demonstration,
    origin: config.origin?.replace(/\/+$/, ''),
  };
}
