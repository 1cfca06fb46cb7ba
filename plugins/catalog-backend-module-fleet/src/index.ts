/**
 * Brings every cluster of the fleet into the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleFleet as default } from './module';
