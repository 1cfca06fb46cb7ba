/**
 * Promotion for apps on Backstage's old frontend system.
 *
 * @packageDocumentation
 */
export * from './legacy/plugin';
export { isPromotionAvailable } from './entity/isPromotionAvailable';
