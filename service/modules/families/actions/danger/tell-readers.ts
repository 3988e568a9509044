import type { Handler } from '#platform/outbox/outbox.ts';
import type { Schedule } from '#platform/outbox/schedules.ts';
import { minutesInHours } from '../../domain/danger/hours.ts';
import { frontDoor, hoursOf } from '../../queries/danger/front-door.ts';
import { addAlarm, unreadWithoutAlarm } from '../../store/danger/alarms.ts';
import { concernById } from '../../store/danger/concerns.ts';
import { readersNow } from '../../store/danger/front-doors.ts';
import { letterTo } from './letters.ts';

/** As soon as somebody told something, those who read it get a letter that says only that it waits. */
export const tellReaders: Handler = {
  name: 'families.tell-readers-of-concern',
  types: ['families.concern-told'],
  async handle(ctx, { subject }) {
    const concern = await concernById(ctx, subject.id);
    if (!concern) return;
    const readers = (await readersNow(ctx)).filter(
      ({ settingId, part }) =>
        part === 'reader' && (settingId === undefined || settingId === concern.settingId),
    );
    await letterTo(ctx, readers, {
      key: `concern-told:${concern.id}`,
      subject: 'Something waits at the front door',
      words: 'Somebody told us something. What it is does not stand in a letter. Please read it now.',
      path: '/concerns',
    });
  },
};

const everyMinutes = 5;

/** What lay unread for longer than it may, in hours, is told to its readers and to the deputies, once. */
export const raiseAlarms: Schedule = {
  name: 'families.raise-alarms-of-concerns',
  turn: ({ now }) => {
    // no partnership's hours reach into the night: nothing has to be looked for then
    if (now.getUTCHours() < 5 || now.getUTCHours() > 21) return undefined;
    const step = everyMinutes * 60_000;
    return new Date(Math.floor(now.getTime() / step) * step).toISOString().slice(0, 16);
  },
  async work({ act }) {
    await act('write', async (ctx) => {
      const { door } = await frontDoor(ctx);
      const hours = hoursOf(door);
      for (const { id, toldAt, settingId } of await unreadWithoutAlarm(ctx)) {
        if (minutesInHours(toldAt, ctx.now, hours) < door.unreadMinutes) continue;
        await addAlarm(ctx, id);
        const readers = (await readersNow(ctx)).filter(
          (reader) => reader.settingId === undefined || reader.settingId === settingId,
        );
        await letterTo(ctx, readers, {
          key: `concern-alarm:${id}`,
          subject: 'Something has waited too long at the front door',
          words: `Somebody told us something, and nobody has opened it for ${door.unreadMinutes} minutes. Please read it now, or ring the other readers.`,
          path: '/concerns',
        });
        await ctx.record({ type: 'families.concern-alarmed', subject: { kind: 'concern', id } });
      }
    });
  },
};
