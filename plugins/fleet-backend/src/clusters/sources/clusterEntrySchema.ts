import { z } from 'zod';
import { httpUrlSchema, listOf, ownerRefSchema } from '../config/schemas';

/** What `kubernetes.clusterLocatorMethods[].clusters[]` says of a cluster, as far as it matters here. */
export const kubernetesClusterSchema = z.object({
  name: z.string().min(1, 'is empty; give the cluster a name'),
  title: z.string().optional(),
  url: z.string().min(1, 'is empty; set the URL of the API server'),
  authProvider: z.string().optional(),
  authMetadata: z.record(z.string(), z.string()).optional(),
  serviceAccountToken: z.string().optional(),
  assumeRole: z.string().optional(),
  externalId: z.string().optional(),
  skipTLSVerify: z.boolean().optional(),
  caData: z.string().optional(),
  caFile: z.string().optional(),
  dashboardUrl: httpUrlSchema.optional(),
});

/** One of `fleet.clusters.static`: the same, and what only the fleet knows. */
export const staticClusterSchema = z.strictObject({
  ...kubernetesClusterSchema.shape,
  labels: z.record(z.string(), z.string()).optional(),
  hub: z.boolean().optional(),
  owner: ownerRefSchema.optional(),
  serviceAccountTokenFile: z.string().optional(),
  tlsServerName: z.string().optional(),
  proxyUrl: httpUrlSchema.optional(),
  links: listOf(
    z.strictObject({ title: z.string().min(1), url: httpUrlSchema }),
  ).optional(),
});

/** What either says. */
export type ClusterEntry = z.output<typeof kubernetesClusterSchema> &
  Partial<z.output<typeof staticClusterSchema>>;
