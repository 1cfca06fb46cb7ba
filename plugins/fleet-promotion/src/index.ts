/**
 * What each stage of an application runs, what the next one lacks, what stops it, and the way back: the Promotions tab of the /fleet
 * page and the Promotion tab of entities.
 *
 * @packageDocumentation
 */
export { promotionPlugin as default } from './plugin';
