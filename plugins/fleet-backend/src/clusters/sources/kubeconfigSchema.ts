import { z } from 'zod';

/** A value that kubeconfig files leave out, leave empty or write as null. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform(value => value ?? undefined);
}

const text = optional(z.string());

const execSchema = z.looseObject({
  apiVersion: z.string(),
  command: z.string(),
  args: optional(z.array(z.string())),
  env: optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  installHint: text,
  provideClusterInfo: optional(z.boolean()),
  interactiveMode: text,
});

/** `users[].user` of a kubeconfig. */
export const kubeconfigUserSchema = z.looseObject({
  token: text,
  tokenFile: text,
  username: text,
  password: text,
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
  as: text,
  exec: optional(execSchema),
  'auth-provider': optional(z.looseObject({ name: z.string() })),
});

/** `clusters[].cluster` of a kubeconfig. */
export const kubeconfigClusterSchema = z.looseObject({
  server: z.string().min(1),
  'certificate-authority': text,
  'certificate-authority-data': text,
  'insecure-skip-tls-verify': optional(z.boolean()),
  'tls-server-name': text,
  'proxy-url': text,
  extensions: optional(
    z.array(z.looseObject({ name: text, extension: z.unknown() })),
  ),
});

/** `contexts[].context` of a kubeconfig. */
export const kubeconfigContextSchema = z.looseObject({
  cluster: z.string().min(1),
  user: text,
});

const entries = optional(z.array(z.looseObject({ name: z.string() })));

/** A kubeconfig, its entries not looked at yet. */
export const kubeconfigSchema = z.looseObject({
  clusters: entries,
  contexts: entries,
  users: entries,
});

/** A user that a context of a kubeconfig signs in as. */
export type KubeconfigUser = z.output<typeof kubeconfigUserSchema>;

/** How a user's credential plugin is run. */
export type KubeconfigExec = NonNullable<KubeconfigUser['exec']>;
