import type { Application } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  GitError,
  type GitHosts,
  type KubernetesObject,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { ApiError } from '../../kubernetes/ApiError';
import type { ClusterConnections } from '../../kubernetes/ClusterConnections';
import type { DesiredSource, Wanted } from './Desired';
import { findManifest } from './findManifest';
import { reasonNotPlain } from './reasonNotPlain';

const pluralOfApplications: Record<string, string> = {
  Application: 'applications',
  HelmRelease: 'helmreleases',
  Kustomization: 'kustomizations',
};

const kustomizationFile = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;
const chartFile = /(?:^|\/)Chart\.yaml$/;
const manifestFile = /\.(?:ya?ml|json)$/;

/** The file in Git, at the revision that is applied, where nothing makes of it something else on its way to the cluster. */
export function gitFilesSource(options: {
  connections: ClusterConnections;
  gitHosts: GitHosts;
}): DesiredSource {
  const { connections, gitHosts } = options;

  async function manifestOf(wanted: Wanted, revision: string) {
    const [{ path = '' }] = wanted.application.sources;
    const { host, repository } = gitHosts.find(wanted.repository!);
    const folder = path
      .split('/')
      .filter(part => part && part !== '.')
      .join('/');
    const { files, complete } = await host.readFiles(
      repository,
      folder,
      revision,
      {
        wanted: file => manifestFile.test(file) || kustomizationFile.test(file),
      },
    );
    if (files.some(file => kustomizationFile.test(file.path))) {
      return { unknown: 'a Kustomize overlay makes it of several files' };
    }
    if (files.some(file => chartFile.test(file.path))) {
      return { unknown: 'a Helm chart makes it' };
    }
    const found = findManifest(files, wanted);
    return 'unknown' in found && !complete
      ? {
          unknown: `${
            folder || 'the repository'
          } has more files than are read, and those that were do not have it`,
        }
      : found;
  }

  return {
    name: 'git',
    async find(wanted) {
      const { application, repository } = wanted;
      const revision = hashOf(application.revision);
      if (application.sources[0]?.type !== 'git' || !repository) {
        return { unknown: 'its source is not a repository of Git' };
      }
      if (!revision) {
        return { unknown: 'which commit is applied is not known' };
      }
      try {
        const notPlain = reasonNotPlain(await read(connections, application));
        if (notPlain) {
          return { unknown: notPlain };
        }
        const found = await manifestOf(wanted, revision);
        return 'unknown' in found
          ? found
          : {
              object: found.object,
              words: `What ${found.path} says in Git.`,
              revision: application.revision,
            };
      } catch (error) {
        if (error instanceof GitError || error instanceof ApiError) {
          return { unknown: error.message };
        }
        throw error;
      }
    },
  };
}

function read(
  connections: ClusterConnections,
  { cluster, apiVersion, kind, namespace, name }: Application,
): Promise<KubernetesObject> {
  const [group, version] = apiVersion.split('/');
  const plural = pluralOfApplications[kind];
  return connections
    .get(cluster)
    .get({ group, version, plural, namespace, name });
}

/** `main@sha1:…` as Flux writes it, or the hash alone. */
function hashOf(revision: string | undefined): string | undefined {
  return revision?.match(/(?:^|[@:/])([0-9a-f]{40})$/)?.[1];
}
