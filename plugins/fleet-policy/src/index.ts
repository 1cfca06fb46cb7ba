/**
 * What breaks policies, how to fix it, and which cluster lacks which policy: the Policy tab of the /fleet page and of entities.
 *
 * @packageDocumentation
 */
export { policyPlugin as default } from './plugin';
