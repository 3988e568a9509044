import type { Act } from '../bring-in/handed-file.ts';
import { fetchSource, type FetchingSource } from './fetch-source.ts';

/** Fetches while pages go on; what comes of it stands where it is set. */
export async function fetchInBackground(act: Act, given: FetchingSource): Promise<void> {
  try {
    // where somebody is at it already, that is what was wanted
    await fetchSource(act, given);
  } catch (fault) {
    process.emitWarning(fault instanceof Error ? fault : String(fault), { code: 'FETCH_FAILED' });
  }
}
