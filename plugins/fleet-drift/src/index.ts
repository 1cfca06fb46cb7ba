/**
 * What differs from Git, since when, and who did it: the Drift tab of the /fleet page and of entities.
 *
 * @packageDocumentation
 */
export { driftPlugin as default } from './plugin';
