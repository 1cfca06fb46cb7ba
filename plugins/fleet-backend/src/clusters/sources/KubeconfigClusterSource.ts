import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { InputError, toError } from '@backstage/errors';
import type {
  ClusterDefinition,
  ClusterSource,
  ClusterSourceResult,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { parse } from 'yaml';
import { z } from 'zod';
import { caFromData, caFromFile } from '../certificateAuthority';
import type { FleetConfig, KubeconfigFileConfig } from '../config/FleetConfig';
import {
  kubeconfigClusterSchema,
  kubeconfigContextSchema,
  kubeconfigSchema,
  kubeconfigUserSchema,
} from './kubeconfigSchema';

type Kubeconfig = z.output<typeof kubeconfigSchema>;

/** On a cluster of a kubeconfig: the extension that holds labels for the fleet. */
const labelsExtension = 'fleetcommander.io/labels';

/** Each context of a kubeconfig file is a cluster. The file is read anew each time, so that a change of it counts. */
export class KubeconfigClusterSource implements ClusterSource {
  readonly name: string;
  readonly #path: string;
  readonly #config: KubeconfigFileConfig;

  /** A path may be several, as the variable KUBECONFIG has them. */
  static fromConfig({ clusters }: FleetConfig): KubeconfigClusterSource[] {
    return clusters.kubeconfig.flatMap(config =>
      config.path
        .split(delimiter)
        .filter(Boolean)
        .map(path => new KubeconfigClusterSource({ ...config, path })),
    );
  }

  constructor(config: KubeconfigFileConfig) {
    this.name = `kubeconfig ${config.path}`;
    this.#path = resolve(config.path.replace(/^~(?=$|\/)/, homedir()));
    this.#config = config;
  }

  async list(): Promise<ClusterSourceResult> {
    const file = await this.#read();
    const known = (file.contexts ?? []).map(context => context.name);
    const result: ClusterSourceResult = {
      clusters: [],
      problems: [],
      complete: true,
    };
    for (const name of this.#config.contexts ?? known) {
      try {
        result.clusters.push(await this.#toDefinition(file, name));
      } catch (error) {
        // A context that the file has and that cannot be used now may well be there: only one that it lacks is gone.
        result.complete &&= !known.includes(name);
        result.problems.push({
          key: `${this.name}, context ${name}`,
          message: toError(error).message,
        });
      }
    }
    return result;
  }

  async #read(): Promise<Kubeconfig> {
    const text = await readFile(this.#path, 'utf8').catch(error => {
      throw new InputError(
        error.code === 'ENOENT'
          ? `there is no file ${this.#path}; correct fleet.clusters.kubeconfig`
          : `the file ${this.#path} cannot be read: ${error.code}`,
      );
    });
    try {
      return kubeconfigSchema.parse(parse(text));
    } catch {
      // The parser's own message would quote the file, and with it credentials.
      throw new InputError(
        `the file ${
          this.#path
        } is not a kubeconfig in YAML; check it with kubectl config view --kubeconfig ${
          this.#path
        }`,
      );
    }
  }

  async #toDefinition(
    file: Kubeconfig,
    name: string,
  ): Promise<ClusterDefinition> {
    const context = read(kubeconfigContextSchema, file, 'contexts', name);
    const cluster = read(
      kubeconfigClusterSchema,
      file,
      'clusters',
      context.cluster,
    );
    const user =
      context.user === undefined
        ? kubeconfigUserSchema.parse({})
        : read(kubeconfigUserSchema, file, 'users', context.user);
    if (user.as) {
      throw new InputError(
        `user ${context.user} impersonates ${user.as}, which is not supported; give ${user.as} credentials of its own`,
      );
    }
    const directory = dirname(this.#path);
    const labels = {
      ...this.#config.labels,
      ...extensionLabels(cluster.extensions),
    };
    return {
      name,
      url: cluster.server,
      labels,
      hub: labels.hub === 'true' ? true : undefined,
      source: this.name,
      signIn: {
        provider: 'kubeconfig',
        parameters: { user, directory, cluster },
      },
      tls: {
        ca: await authority(cluster, directory),
        serverName: cluster['tls-server-name'],
        skipVerify: cluster['insecure-skip-tls-verify'],
      },
      proxyUrl: cluster['proxy-url'],
    };
  }
}

function read<T>(
  schema: z.ZodType<T>,
  file: Kubeconfig,
  list: 'clusters' | 'contexts' | 'users',
  name: string,
): T {
  const kind = list.slice(0, -1);
  const entry = file[list]?.find(candidate => candidate.name === name);
  if (!entry) {
    throw new InputError(`the file has no ${kind} named ${name}`);
  }
  const result = schema.safeParse(entry[kind] ?? {});
  if (!result.success) {
    const keys = result.error.issues.map(issue => issue.path.join('.'));
    throw new InputError(
      `${kind} ${name} is not complete: look at ${keys.join(', ')}`,
    );
  }
  return result.data;
}

async function authority(
  cluster: z.output<typeof kubeconfigClusterSchema>,
  directory: string,
): Promise<string | undefined> {
  const data = cluster['certificate-authority-data'];
  const file = cluster['certificate-authority'];
  if (data) {
    return caFromData(data);
  }
  return file ? caFromFile(resolve(directory, file)) : undefined;
}

function extensionLabels(
  extensions: z.output<typeof kubeconfigClusterSchema>['extensions'],
): Record<string, string> {
  const item = extensions?.find(({ name }) => name === labelsExtension);
  const labels = z
    .record(z.string(), z.string())
    .optional()
    .safeParse(item?.extension);
  if (!labels.success) {
    throw new InputError(
      `its extension ${labelsExtension} has to be a map of texts; quote values such as "true"`,
    );
  }
  return labels.data ?? {};
}
