export { figuresVersion } from '../store/batches.ts';
