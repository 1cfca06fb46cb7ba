/**
 * Verdicts that are kept one by one: what passes is only counted. `skip`: an exception let it through.
 *
 * @public
 */
export const policyVerdicts = ['fail', 'warn', 'error', 'skip'] as const;

/** One of {@link policyVerdicts}. @public */
export type PolicyVerdict = (typeof policyVerdicts)[number];
