export { disposalsWait as disposalsThatWait } from '../../queries/retention/retention-seen.ts';
