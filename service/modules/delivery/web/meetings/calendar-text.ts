import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Day } from '#platform/kernel/day.ts';
import { addDays } from '#platform/kernel/day.ts';
import type { CalendarMeetings } from '../../queries/meetings/calendar-meetings.ts';
import { boardPlaces } from '../boards/places.ts';

const zone = 'Europe/London';

/** When clocks in England change, as calendars need it: the last Sundays of March and October, at 1 o'clock UTC. */
const londonZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

const hour = 3600;

/**
 * Meetings as calendars read them (RFC 5545, RFC 7986). In it stand what, when, where and the way to the meeting's page:
 * no person's name, and nothing that only members may know.
 */
export function calendarText(
  { body, meetings }: CalendarMeetings,
  at: { origin: string; partnership: string },
): string {
  const calendar = ical({
    prodId: { company: 'Golden Thread', product: 'Meetings', language: 'EN' },
    name: body ? body.name : `${at.partnership}: meetings`,
    method: ICalCalendarMethod.PUBLISH,
    // a zone of the whole calendar would stand in stamps too, which have to be in UTC
    timezone: { name: null, generator: () => londonZone },
    ttl: hour,
  });
  for (const { meeting, body: who, changedAt } of meetings) {
    const url = `${at.origin}${boardPlaces.meeting(meeting.key)}`;
    const isOff = meeting.state === 'cancelled';
    const why = isOff ? `Cancelled: ${meeting.cancelledBecause}\n` : '';
    calendar.createEvent({
      id: `${meeting.id}@golden-thread`,
      start: wallTime(meeting.on, minutesOf(meeting.at)),
      end: wallTime(meeting.on, minutesOf(meeting.at) + meeting.minutes),
      timezone: zone,
      stamp: changedAt,
      lastModified: changedAt,
      sequence: meeting.sequence,
      status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: `${isOff ? 'Cancelled: ' : ''}${who.name}: ${meeting.title}`,
      description: `${why}Agenda and papers: ${url}`,
      location: meeting.place,
      url,
    });
  }
  return calendar.toString();
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A time on the wall in England, without a zone: the event says which. */
function wallTime(day: Day, minutes: number): string {
  const on = addDays(day, Math.floor(minutes / (24 * 60)));
  const ofDay = minutes % (24 * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${on}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:00`;
}
