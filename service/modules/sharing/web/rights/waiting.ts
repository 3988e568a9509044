export { rightsWait as rightsThatWait } from '../../queries/rights/requests-seen.ts';
