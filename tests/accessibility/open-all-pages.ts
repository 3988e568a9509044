import { browserForThisFile } from '../browser/open-browser.ts';
import { serviceForThisFile } from '../browser/started-service.ts';
import { PageOpener } from './opened-page.ts';
import type { PageState } from './page-state.ts';
import { pageStates } from './pages.ts';
import { prepareStates, type Prepared } from './prepared-states.ts';

export type AllPages = { states: readonly PageState[]; opener: PageOpener; made: Prepared; address: string };

/** Whether every state is looked at (`npm run accessibility`), or the chosen ones (`npm test`). */
export const everyState = process.env['GOLDENTHREAD_ALL_PAGES'] === '1';

/** The service, the browser and the states to look at; all of it is closed after the file's last test. */
export async function openAllPages(): Promise<AllPages> {
  const service = await serviceForThisFile();
  const browser = await browserForThisFile();
  const { address } = service;
  const made = await prepareStates(address);
  const states = pageStates(made).filter(({ chosen }) => everyState || chosen === 'every-run');
  return { states, opener: new PageOpener({ browser, made, address }), made, address };
}
