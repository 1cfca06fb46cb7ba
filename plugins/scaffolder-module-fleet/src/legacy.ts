/**
 * The form fields for the old frontend system.
 *
 * @packageDocumentation
 */
export {};
