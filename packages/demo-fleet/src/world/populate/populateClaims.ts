import { KubernetesObject } from '../../types';
import { claimOf } from '../platform/claimOf';
import {
  composedObject,
  compositeName,
  compositeOf,
  compositionName,
  resourceRefOf,
} from '../platform/composite';
import { databases } from '../platform/databases';
import { Part } from '../platform/Part';
import { clusterParts } from '../platform/parts/clusterParts';
import { databaseParts } from '../platform/parts/databaseParts';
import { schedule } from '../platform/schedule';
import { before, timestamp } from '../status/conditions';
import {
  composedOf,
  Reconciled,
  ready,
  refused,
  settled,
  synced,
  verdicts,
  waiting,
} from '../status/crossplaneStatus';
import { Site, writeStatus } from './Site';

/** So many spokes were made by claims that are still there; a demo of hundreds of spokes has no need of thousands of objects. */
export const claimedSpokes = 9;

/** The claims of the fleet's spokes and of its databases, with all that was made of them. */
export function populateClaims(site: Site): void {
  const spokes = site.fleet.plans.filter(({ hub }) => !hub);
  for (const plan of spokes.slice(0, claimedSpokes)) {
    const claim = claimOf(plan);
    const name = compositeName(site.fleet.seed, plan.name);
    const { resourceRef: _, ...spec } = claim.spec;
    const parts = clusterParts(name, plan.name, spec);
    putClaim(site, claim, name, parts);
  }
  for (const { spec, ...database } of databases) {
    const parts = databaseParts(database.metadata.name, spec);
    putComposite(
      site,
      {
        ...database,
        metadata: {
          ...database.metadata,
          labels: { 'crossplane.io/composite': database.metadata.name },
          finalizers: ['composite.apiextensions.crossplane.io'],
        },
        spec: {
          ...spec,
          crossplane: {
            compositionRef: { name: compositionName({}) },
            compositionUpdatePolicy: 'Automatic',
            resourceRefs: refsOf(database, parts),
          },
        },
      },
      parts,
      born(site),
    );
  }
}

/** References are by name, and no name depends on anything but the composite's. */
function refsOf(
  composite: Omit<KubernetesObject, 'spec'>,
  parts: readonly Part[],
): object[] {
  return parts.map(part => resourceRefOf(composite as KubernetesObject, part));
}

function born({ cluster, random }: Site): Date {
  return before(cluster.now(), random.between(20 * 86_400, 300 * 86_400));
}

function later(moment: Date, seconds: number): Date {
  return before(moment, -seconds);
}

function putClaim(
  site: Site,
  claim: KubernetesObject,
  name: string,
  parts: readonly Part[],
): void {
  const moment = born(site);
  const xr = compositeOf(claim, name);
  const composite = putComposite(
    site,
    {
      ...xr,
      spec: { ...(xr.spec as object), resourceRefs: refsOf(xr, parts) },
    },
    parts,
    moment,
  );
  const { cloudProvider } = claim.spec as { cloudProvider: string };
  const live = site.cluster.put(
    {
      ...claim,
      metadata: {
        ...claim.metadata,
        creationTimestamp: timestamp(moment),
        finalizers: ['finalizer.apiextensions.crossplane.io'],
      },
      spec: {
        ...(claim.spec as object),
        compositeDeletePolicy: 'Background',
        compositionRef: { name: compositionName({ cloudProvider }) },
        resourceRef: {
          apiVersion: composite.apiVersion,
          kind: composite.kind,
          name,
        },
      },
    },
    { manager: 'kustomize-controller', operation: 'Apply' },
  );
  const isReady = composite.status?.conditions?.every(
    ({ status }) => status === 'True',
  );
  const end = later(moment, lastOf(parts));
  const status = verdicts(live, end, [synced, isReady ? ready : waiting]);
  writeStatus(site, live, status, 'crossplane');
}

function lastOf(parts: readonly Part[]): number {
  return Math.max(...[...schedule(parts).values()].map(({ ends }) => ends));
}

/** The composite with what was made of it: all but what its cloud refused. */
function putComposite(
  site: Site,
  xr: KubernetesObject,
  parts: readonly Part[],
  moment: Date,
): Reconciled {
  const { cluster } = site;
  const composite = cluster.put(
    {
      ...xr,
      metadata: { ...xr.metadata, creationTimestamp: timestamp(moment) },
    },
    { manager: 'crossplane', operation: 'Apply' },
  );
  const spans = schedule(parts);
  for (const part of parts) {
    const { begins, ends } = spans.get(part.name)!;
    const draft = composedObject(composite, part);
    const creationTimestamp = timestamp(later(moment, begins));
    const live = cluster.put(
      { ...draft, metadata: { ...draft.metadata, creationTimestamp } },
      { manager: 'crossplane', operation: 'Apply' },
    );
    const status = {
      ...(part.observed && !part.refusal && { atProvider: part.observed }),
      ...verdicts(
        live,
        later(moment, ends),
        part.refusal ? refused(part.refusal) : settled(part),
      ),
    };
    writeStatus(site, live, status, 'provider');
  }
  const unready = parts.filter(({ refusal }) => refusal);
  const status = verdicts(composite, later(moment, lastOf(parts)), [
    synced,
    composedOf(unready.map(({ name }) => name)),
  ]);
  writeStatus(site, composite, status, 'crossplane');
  return { ...composite, status };
}
