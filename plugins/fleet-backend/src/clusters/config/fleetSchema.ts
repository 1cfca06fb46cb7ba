import {
  driftKinds,
  driftSeverities,
  policyControls,
  policySeverities,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { z } from 'zod';
import { nearest } from './nearest';
import { claimsSchema } from './claimsSchema';
import { environmentsSchema } from './environmentsSchema';
import { gitSchema } from './gitSchema';
import { hubSchema } from './hubSchema';
import { promotionSchema } from './promotionSchema';
import {
  durationSchema,
  httpUrlSchema,
  listOf,
  mapOf,
  ownerRefSchema,
} from './schemas';

const kubeconfigFile = z.strictObject({
  path: z.string().min(1),
  contexts: z.array(z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

const kubeconfigFileSchema = z.union(
  [
    z
      .string()
      .min(1)
      .transform((path): z.output<typeof kubeconfigFile> => ({ path })),
    kubeconfigFile,
  ],
  {
    error:
      'is neither the path of a kubeconfig file nor { path, contexts, labels }',
  },
);

const clustersSchema = z.strictObject({
  kubernetes: z.boolean().default(true),
  kubeconfig: listOf(kubeconfigFileSchema).prefault([]),
  /** Read by StaticClusterSource, so that a bad entry is told by its own key. */
  static: z.array(z.unknown()).default([]),
  catalog: z
    .strictObject({
      allowedHosts: listOf(z.string().min(1)).prefault([]),
      allowedOrigins: listOf(z.string().min(1)).prefault([]),
    })
    .prefault({}),
  hub: hubSchema.prefault({}),
});

function wholeNumber(least: number) {
  return z.int().min(least, `has to be at least ${least}`);
}

const pollingSchema = z
  .strictObject({
    interval: durationSchema.prefault({ seconds: 30 }),
    timeout: durationSchema.prefault({ seconds: 10 }),
    concurrency: wholeNumber(1).default(50),
    streams: wholeNumber(0).default(5000),
    relists: wholeNumber(1).default(10),
  })
  .transform(({ interval, timeout, ...rest }) => ({
    intervalMs: interval,
    timeoutMs: timeout,
    ...rest,
  }));

/** `team`, or `{ key: team, kind: Group }`: a label or annotation whose value names an entity. */
const proofSchema = z.union(
  [
    z
      .string()
      .min(1)
      .transform(key => ({
        key,
        kind: 'component',
        namespace: 'default',
      })),
    z.strictObject({
      key: z.string().min(1),
      kind: z.string().min(1).default('component'),
      namespace: z.string().min(1).default('default'),
    }),
  ],
  { error: 'is neither a key nor { key, kind, namespace }' },
);

const ownerMapSchema = mapOf(ownerRefSchema).transform(entries =>
  entries.map(([pattern, entityRef]) => ({ pattern, entityRef })),
);

const ownershipSchema = z.strictObject({
  labels: listOf(proofSchema).prefault([]),
  annotations: listOf(proofSchema).prefault([]),
  namespaces: ownerMapSchema.prefault({}),
  projects: ownerMapSchema.prefault({}),
});

/** Templates are checked with their placeholders filled in, as they may stand in the host. */
const linkTemplateSchema = z.string().refine(template => isTemplate(template), {
  error: issue =>
    `'${issue.input}' is not a template of a URL, such as https://argocd.example.org/applications/{namespace}/{name}`,
});

function isTemplate(template: string): boolean {
  return httpUrlSchema.safeParse(template.replace(/\{\w+\}/g, 'x')).success;
}

const driftSchema = z
  .strictObject({
    retention: durationSchema.prefault({ days: 90 }),
    managers: listOf(z.string().min(1)).prefault([]),
    overrides: z
      .strictObject({ kinds: listOf(z.string().min(1)).optional() })
      .prefault({}),
    notify: z
      .strictObject({ severity: z.enum(driftSeverities) })
      .prefault({ severity: 'critical' }),
    severity: listOf(
      z.strictObject({
        kind: z.enum(driftKinds).optional(),
        environment: z.string().min(1).optional(),
        severity: z.enum(driftSeverities),
      }),
    ).prefault([]),
  })
  .transform(({ retention, ...rest }) => ({ retentionMs: retention, ...rest }));

const webhookSecret = z
  .string()
  .min(
    16,
    'is too short to keep others out; make one with: openssl rand -hex 32',
  );

const webhooksSchema = z.strictObject({
  /** Several of one cluster count alike, while a secret is being exchanged. */
  flux: listOf(
    z.strictObject({
      cluster: z.string().min(1),
      secret: webhookSecret,
    }),
    // What is signed does not name the cluster: whoever has one's secret could speak for the other.
    ({ cluster, secret }, before) => {
      const other = before.find(
        entry => entry.secret === secret && entry.cluster !== cluster,
      );
      return (
        other && {
          key: 'secret',
          message: `is also that of ${other.cluster}, which could then speak for this one; make another with: openssl rand -hex 32`,
        }
      );
    },
  ).prefault([]),
  /** Several of one repository count alike, while a secret is being exchanged. */
  github: listOf(
    z.strictObject({ repository: httpUrlSchema, secret: webhookSecret }),
  ).prefault([]),
});

const argocdSchema = z.strictObject({
  cluster: z.string().min(1),
  url: httpUrlSchema,
  token: z.string().min(1),
  skipTLSVerify: z.boolean().default(false),
});

const controlIds = policyControls.map(({ id }) => id);

const controlSchema = z.string().refine(id => controlIds.includes(id), {
  error: issue => {
    const guess = nearest(String(issue.input), controlIds);
    return `there is no control '${issue.input}'; ${
      guess
        ? `did you mean ${guess}?`
        : 'the reference of policies lists them all'
    }`;
  },
});

const baselineSchema = z
  .strictObject({
    environments: listOf(z.string().min(1)).optional(),
    policies: listOf(z.string().min(1)).prefault([]),
    controls: listOf(controlSchema).prefault([]),
    bundle: z
      .strictObject({
        repository: httpUrlSchema,
        path: z.string().default(''),
        ref: z.string().min(1).default('HEAD'),
      })
      .optional(),
    mode: z.enum(['enforce', 'warn', 'audit']).default('enforce'),
  })
  .refine(
    ({ policies, controls, bundle }) =>
      policies.length + controls.length > 0 || bundle !== undefined,
    {
      error:
        'names neither policies nor controls nor a bundle, so it demands nothing',
    },
  );

const policySchema = z
  .strictObject({
    baselines: listOf(baselineSchema).prefault([]),
    notify: z
      .strictObject({ severity: z.enum(policySeverities) })
      .prefault({ severity: 'high' }),
    retention: durationSchema.prefault({ days: 90 }),
  })
  .transform(({ retention, ...rest }) => ({ retentionMs: retention, ...rest }));

/** The `fleet` section of app-config. */
export const fleetSchema = z.strictObject({
  clusters: clustersSchema.prefault({}),
  environments: environmentsSchema,
  polling: pollingSchema.prefault({}),
  engines: mapOf(z.boolean())
    .transform(Object.fromEntries<boolean>)
    .prefault({}),
  ownership: ownershipSchema.prefault({}),
  links: mapOf(linkTemplateSchema)
    .transform(Object.fromEntries<string>)
    .prefault({}),
  drift: driftSchema.prefault({}),
  policy: policySchema.prefault({}),
  argocd: listOf(argocdSchema).prefault([]),
  webhooks: webhooksSchema.prefault({}),
  claims: claimsSchema.prefault({}),
  promotion: promotionSchema.prefault({}),
  git: gitSchema.prefault({}),
});
