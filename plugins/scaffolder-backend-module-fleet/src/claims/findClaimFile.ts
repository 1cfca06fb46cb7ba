import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Claim,
  ClaimOffers,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { RepositoryWorkspace } from '../repository/RepositoryWorkspace';
import { placeOf } from './placeOf';
import { readManifests, type Manifest } from './readManifests';

/** The file that Git has of a claim. */
export interface ClaimFile {
  path: string;
  text: string;
  manifest: Manifest;
  /** What else the file holds. */
  others: Manifest[];
}

/** Reads the file of a claim: where its source is known to be, else where the layout of the repository puts it. */
export async function findClaimFile(
  workspace: RepositoryWorkspace,
  claim: Claim,
  environments: ClaimOffers['environments'],
): Promise<ClaimFile> {
  const path = pathOf(workspace, claim, environments);
  const text = await workspace.read(path);
  const shown = `${claim.kind} ${claim.name}`;
  if (text === undefined) {
    const folder = path.split('/').slice(0, -1).join('/');
    const names = await workspace.list(folder);
    throw new NotFoundError(
      `${shown} is not where it was looked for: ${
        workspace.source.url
      } has no ${path} on ${workspace.source.branch ?? 'its default branch'}; ${
        names.length > 0
          ? `${folder} has ${names.slice(0, 20).join(', ')}`
          : `it has no folder ${folder} either`
      }. Set layout.claims of the repository in fleet.git.repositories`,
    );
  }
  const manifests = readManifests(path, text);
  const manifest = manifests.find(candidate => isOf(claim, candidate));
  if (!manifest) {
    throw new NotFoundError(
      `${workspace.urlOf(path)} does not hold ${shown}, but ${
        manifests
          .map(({ kind, metadata }) => `${kind} ${metadata.name}`)
          .join(', ') || 'nothing'
      }`,
    );
  }
  return {
    path,
    text,
    manifest,
    others: manifests.filter(other => other !== manifest),
  };
}

/** Whether an object of a file is the claim. Its namespace may come from a kustomization. */
export function isOf(claim: Claim, manifest: Manifest): boolean {
  const { namespace } = manifest.metadata;
  return (
    manifest.kind === claim.kind &&
    groupOf(manifest) === groupOf(claim) &&
    manifest.metadata.name === claim.name &&
    (namespace === undefined || namespace === claim.namespace)
  );
}

function groupOf({ apiVersion }: { apiVersion: string }): string {
  return apiVersion.split('/').slice(0, -1).join('/');
}

function pathOf(
  { source }: RepositoryWorkspace,
  claim: Claim,
  environments: ClaimOffers['environments'],
): string {
  if (claim.source) {
    return claim.source.path;
  }
  if (!claim.makesCluster) {
    throw new InputError(
      `Where Git has ${claim.kind} ${claim.name} is not known: only claims that make clusters have a place in the layout of ${source.url}`,
    );
  }
  return placeOf(
    source.claimsLayout,
    { name: claim.makesCluster, environment: claim.environment },
    environments,
  );
}
