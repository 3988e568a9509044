import type { Ctx } from '#platform/db/database.ts';
import { sharingSetting, type SharingSetting } from '../../store/register/setting.ts';

/** From when the duty to share binds here. */
export async function dutySetting(ctx: Ctx): Promise<SharingSetting> {
  return sharingSetting(ctx);
}
