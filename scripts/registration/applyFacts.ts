export { applyFacts } from '../manifest/applyFacts.ts';
