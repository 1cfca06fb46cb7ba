/**
 * Who provides what is claimed: Crossplane (a claim, a namespaced composite resource, or one that nobody claimed), Cluster API, or
 * Terraform by tofu-controller.
 *
 * @public
 */
export const claimTypes = ['crossplane', 'cluster-api', 'terraform'] as const;

/** One of {@link claimTypes}. @public */
export type ClaimType = (typeof claimTypes)[number];

/** What a node of a claim's tree is. @public */
export const claimNodeRoles = [
  'claim',
  'composite',
  'managed',
  'object',
] as const;

/** One of {@link claimNodeRoles}; `object` is one that no provider manages, such as a ConfigMap. @public */
export type ClaimNodeRole = (typeof claimNodeRoles)[number];
