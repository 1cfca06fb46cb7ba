/**
 * Actions for software templates.
 *
 * @packageDocumentation
 */
export { scaffolderModuleFleet as default } from './module';
