import {
  changeBranch,
  describeChange,
  editYaml,
  GitError,
  type GitHosts,
  type ObjectReference,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { RepositoryConfig } from '../../clusters/config/FleetConfig';

import { clusterKindOf } from '../claimFields';
import type { ClaimRules } from '../ClaimRules';

/** A claim whose file asks for another version soon. */
export interface UpgradedClaim extends ObjectReference {
  cluster: string;
  source: { repository: string; path: string };
  /** As it is asked for now. */
  version?: string;
}

/** Opens the pull request that upgrades one cluster, or finds it. Undefined when the branch asks for that version already. */
export async function proposeUpgrade(
  hosts: Pick<GitHosts, 'find'>,
  claim: UpgradedClaim,
  options: {
    version: string;
    requester: string;
    /** Of the wave. */
    title: string;
    repositories: readonly RepositoryConfig[];
    rules: Pick<ClaimRules, 'clusterKinds'>;
  },
): Promise<{ repository: string; number: number } | undefined> {
  const { cluster, source, kind, name, namespace, apiVersion } = claim;
  const { version, requester, title, repositories, rules } = options;
  const config = repositories.find(({ url }) => url === source.repository);
  const fields = clusterKindOf(claim, rules)?.fields;
  if (!config || !fields) {
    throw new GitError(
      'not-found',
      `${source.repository} or ${kind} is no longer in the config: see fleet.git.repositories and fleet.claims.clusterKinds`,
    );
  }
  const { host, repository } = hosts.find(config.url);
  const base = config.branch ?? (await host.defaultBranch(repository));
  const readAt = await host.headOf(repository, base);
  const { files } = await host.readFiles(repository, source.path, readAt);
  const [file] = files;
  if (!file) {
    throw new GitError(
      'not-found',
      `${source.path} is no longer in ${config.url}`,
    );
  }
  const { text, changes } = editYaml(
    file.text,
    [
      {
        op: 'set',
        path: fields.version.split('.'),
        value: `${spellingOf(file.text, claim)}${version}`,
      },
    ],
    { document: { apiVersion, kind, name, namespace } },
  );
  if (changes.length === 0) {
    return undefined;
  }
  try {
    const { pullRequest } = await host.propose(repository, {
      branch: changeBranch({ action: 'upgrade', subject: cluster }),
      base,
      readAt,
      title: `Upgrade ${cluster} to Kubernetes ${version}`,
      body: describeChange(
        `Upgrades the control plane and the nodes of \`${cluster}\` from ${
          claim.version ?? 'what they run'
        } to ${version}, as part of wave "${title}". Asked for by ${requester}.\n\nThe way back is to restore the cluster: Kubernetes cannot be downgraded.`,
        { action: 'upgrade', requester },
      ),
      files: [{ path: file.path, text }],
    });
    return { repository: config.url, number: pullRequest.number };
  } catch (error) {
    if (error instanceof GitError && error.problem === 'nothing-to-change') {
      return undefined;
    }
    throw error;
  }
}

/** Cluster API writes `v1.35`, others `1.35`. */
function spellingOf(text: string, { apiVersion }: UpgradedClaim): string {
  return apiVersion.startsWith('cluster.x-k8s.io/') &&
    /version: *["']?v1\./.test(text)
    ? 'v'
    : '';
}
