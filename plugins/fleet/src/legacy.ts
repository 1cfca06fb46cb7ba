/**
 * The fleet for apps on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/plugin';
export { isClusterAvailable } from './entity/isClusterAvailable';
export { isFleetAvailable } from './entity/isFleetAvailable';
