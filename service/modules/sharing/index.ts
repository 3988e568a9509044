export { keepSharing, recordSharing } from './domain/permissions.ts';
