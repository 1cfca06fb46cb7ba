import { z } from 'zod';
import { listOf } from './schemas';

/** Where in an object something is: `spec.kubernetes.version`. */
function path(byDefault: string) {
  return z
    .string()
    .regex(/^[^.\s]+(\.[^.\s]+)*$/, {
      error: issue =>
        `'${issue.input}' is not a path such as spec.kubernetes.version`,
    })
    .default(byDefault);
}

const clusterKindSchema = z.strictObject({
  group: z.string().min(1),
  kind: z.string().min(1),
  fields: z
    .strictObject({
      cluster: path('metadata.name'),
      environment: path('spec.environment'),
      region: path('spec.region'),
      provider: path('spec.cloudProvider'),
      version: path('spec.kubernetes.version'),
      nodeGroups: path('spec.nodeGroups'),
      addons: path('spec.addons'),
    })
    .prefault({}),
});

/** Of YAML, 1.30 without quotes is the number 1.3. */
const versionSchema = z
  .string({ error: "is not a version; write it in quotes, as '1.35'" })
  .regex(/^\d+\.\d+$/, {
    error: issue =>
      `'${issue.input}' is not a minor version of Kubernetes such as 1.35`,
  });

const dateSchema = z.iso.date({
  error: issue => `'${issue.input}' is not a date such as 2027-02-28`,
});

/** A name alone stands for an object that has nothing else. */
function named<T extends z.ZodRawShape>(shape: T) {
  const entry = z.strictObject({ name: z.string().min(1), ...shape });
  return z.union([
    z
      .string()
      .min(1)
      .transform(name => ({ name } as z.output<typeof entry>)),
    entry,
  ]);
}

const offersSchema = z.strictObject({
  versions: listOf(
    z.union(
      [
        versionSchema.transform(
          (version): { version: string; endOfLife?: string } => ({ version }),
        ),
        z.strictObject({
          version: versionSchema,
          endOfLife: dateSchema.optional(),
        }),
      ],
      {
        error:
          "is neither a minor version in quotes, as '1.35', nor { version, endOfLife: '2027-02-28' }",
      },
    ),
  ).prefault([]),
  providers: listOf(z.string().min(1)).prefault([]),
  regions: listOf(named({ provider: z.string().min(1).optional() })).prefault(
    [],
  ),
  instanceTypes: listOf(
    named({
      provider: z.string().min(1).optional(),
      cpu: z.int().positive().optional(),
      memoryGib: z.int().positive().optional(),
    }),
  ).prefault([]),
  addons: listOf(
    named({
      title: z.string().min(1).optional(),
      description: z.string().min(1).optional(),
    }),
  ).prefault([]),
});

const bootstrapSchema = z.strictObject({
  title: z.string().min(1),
  engines: listOf(z.string().min(1)).prefault([]),
  applications: listOf(
    z.string().regex(/^[^/\s]+\/[^/\s]+$/, {
      error: issue => `'${issue.input}' is not NAMESPACE/NAME`,
    }),
  ).prefault([]),
  policies: listOf(z.string().min(1)).prefault([]),
});

/** `fleet.claims`. */
export const claimsSchema = z.strictObject({
  clusterKinds: listOf(clusterKindSchema).prefault([]),
  offers: offersSchema.prefault({}),
  bootstrap: listOf(bootstrapSchema).prefault([]),
});
