/**
 * The /fleet page, the Cluster tab, and the Fleet tab and card of Fleet Commander.
 *
 * @packageDocumentation
 */
export { fleetPlugin as default } from './plugin';
