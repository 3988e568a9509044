export { complaintsWait as complaintsThatWait } from '../../queries/complaints/complaints-seen.ts';
