/**
 * What a policy is for. `pod-security`: a level of the Pod Security Standards, by the labels of namespaces.
 *
 * @public
 */
export const policyTypes = [
  'validate',
  'verify-images',
  'mutate',
  'generate',
  'cleanup',
  'pod-security',
] as const;

/** One of {@link policyTypes}. @public */
export type PolicyType = (typeof policyTypes)[number];
