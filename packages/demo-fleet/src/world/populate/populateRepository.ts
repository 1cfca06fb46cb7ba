import { revisionOf } from '../git/Git';
import { claimOf } from '../platform/claimOf';
import { databases } from '../platform/databases';
import { FleetRepository } from '../repository/FleetRepository';
import {
  claimsKustomization,
  fromKustomization,
} from '../repository/fromKustomization';
import { Kustomization, reconciledStatus } from '../status/kustomizationStatus';
import { Source, sourceStatus } from '../status/sourceStatus';
import { claimedSpokes } from './populateClaims';
import { putOld, recently, Site, writeStatus } from './Site';

/** What has the hub's Flux apply the claims of a repository, as it last did. */
export function populateRepository(
  site: Site,
  repository: FleetRepository,
): void {
  const { fleet } = site;
  const revision = revisionOf({ sha: repository.head });
  const root = { name: 'flux-system', namespace: 'flux-system' };
  const manager = 'kustomize-controller';
  const source = putOld(
    site,
    fromKustomization(
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'GitRepository',
        metadata: { name: 'fleet', namespace: 'flux-system' },
        spec: {
          interval: '1m0s',
          ref: { branch: 'main' },
          timeout: '60s',
          url: repository.url,
        },
      },
      root,
    ),
    manager,
  );
  const moment = recently(site, 1);
  writeStatus(
    site,
    source,
    sourceStatus(source as Source, revision, moment),
    'source-controller',
  );
  const live = putOld(
    site,
    fromKustomization(
      {
        apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
        kind: 'Kustomization',
        metadata: claimsKustomization,
        spec: {
          interval: '10m0s',
          path: './infrastructure/claims',
          prune: true,
          retryInterval: '2m0s',
          sourceRef: { kind: 'GitRepository', name: 'fleet' },
          timeout: '2m0s',
        },
      },
      root,
    ),
    manager,
  ) as Kustomization;
  const manifests = [
    ...fleet.plans
      .filter(({ hub }) => !hub)
      .slice(0, claimedSpokes)
      .map(claimOf),
    ...databases,
  ];
  writeStatus(
    site,
    live,
    reconciledStatus(live, { revision, manifests, seconds: 1.4 }, moment, {
      history: true,
    }),
    manager,
  );
}
