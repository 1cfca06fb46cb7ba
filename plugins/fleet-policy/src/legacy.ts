/**
 * Policy for apps on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/plugin';
export { isPolicyAvailable } from './entity/isPolicyAvailable';
