/**
 * What a policy does with what breaks it, strongest first. `enforce`: it is refused, or changed. `warn`: it is let in, and the client
 * is told. `audit`: it is let in and reported. `off`: nothing.
 *
 * @public
 */
export const policyModes = ['enforce', 'warn', 'audit', 'off'] as const;

/** One of {@link policyModes}. @public */
export type PolicyMode = (typeof policyModes)[number];
