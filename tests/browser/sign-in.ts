import type { Page } from 'playwright-core';
import { keyboardOf } from './keyboard.ts';

/** The invented people whom the tests sign in as. */
export const manager = 'Priya Ramanathan';
export const analyst = 'Owen Tregarth';
export const secretary = 'Małgorzata Wilk';
/** reads at the front door */
export const reader = 'Nadia Thorburn';
/** only tells */
export const teachingAssistant = 'Billie Marsh';
export const youngPerson = 'Izzy Penrose-Akhtar';
/** leads the help for the young person's family */
export const leadWorker = 'Rosie Mbeki-Lane';
export const supervisor = 'Delphine Okoro';
export const governanceLead = 'Iolo Penhale';

/** Signs in as one of the invented people, by keyboard, as a person would. */
export async function signIn(page: Page, person: string): Promise<void> {
  await page.goto('/sign-in');
  await keyboardOf(page).press(`Be ${person}`);
}
