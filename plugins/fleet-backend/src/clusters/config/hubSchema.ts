import { z } from 'zod';
import { httpUrlSchema, listOf } from './schemas';

/** How the service signs in to clusters of which their source tells only where they are. */
const signIn = {
  authProvider: z.string().min(1).optional(),
  authMetadata: z.record(z.string(), z.string()).optional(),
  caFile: z.string().min(1).optional(),
};

/** `true`, or how to sign in; `false` and nothing are the same. */
function sourceSchema<T extends z.ZodRawShape>(options: T) {
  const schema = z.strictObject({ ...signIn, ...options });
  return z
    .union(
      [
        z
          .literal(true)
          .transform(() => ({} as Partial<z.output<typeof schema>>)),
        z.literal(false).transform(() => undefined),
        schema,
      ],
      { error: 'is neither true nor { authProvider, authMetadata, caFile }' },
    )
    .optional();
}

/** `fleet.clusters.hub`: which cluster is the hub, and what on it names others. */
export const hubSchema = z.strictObject({
  cluster: z.string().optional(),
  allowedHosts: listOf(z.string().min(1)).prefault([]),
  clusterProfile: sourceSchema({}),
  managedCluster: sourceSchema({ clusterProxyUrl: httpUrlSchema.optional() }),
  clusterApi: z.boolean().default(false),
  argocd: sourceSchema({}),
  argocdSecrets: z.boolean().default(false),
  connectionSecrets: z.boolean().default(false),
});
