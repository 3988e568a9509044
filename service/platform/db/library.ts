import { type Id, storedId } from '../kernel/id.ts';

/**
 * The partnership that owns the read-only library: everybody may read its rows, nobody may write them while acting for
 * a partnership. The same value stands in `platform.library()`.
 */
export const libraryPartnership: Id<'partnership'> = storedId('00000000-0000-7000-8000-000000000001');
