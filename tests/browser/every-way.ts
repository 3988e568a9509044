/** Whether a journey is walked in every way (`npm test -- journeys`), or in one of them (`npm test`). */
export const everyWay = process.env['GOLDENTHREAD_EVERY_WAY'] === '1';
