import { KubernetesObject } from '../../types';
import { claimOf } from '../platform/claimOf';
import {
  claimBinding,
  composedObject,
  compositeName,
  compositeOf,
  databaseBinding,
  resourceRefOf,
} from '../platform/composite';
import { databases } from '../platform/databases';
import { Part } from '../platform/Part';
import { clusterParts } from '../platform/parts/clusterParts';
import { databaseParts } from '../platform/parts/databaseParts';
import { schedule } from '../platform/schedule';
import { fromKustomization } from '../repository/fromKustomization';
import { refOf } from '../resources/refOf';
import { before, timestamp } from '../status/conditions';
import {
  composedOf,
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
  const { cluster, fleet } = site;
  const spokes = fleet.plans.filter(({ hub }) => !hub);
  for (const plan of spokes.slice(0, claimedSpokes)) {
    const moment = born(site);
    const claim = claimOf(plan);
    const draft = compositeOf(claim, compositeName(fleet.seed, plan.name));
    const { name } = draft.metadata;
    const parts = clusterParts(name, plan.name, claim.spec);
    const resourceRefs = parts.map(part => resourceRefOf(draft, part));
    const composite = cluster.put(
      aged(
        { ...draft, spec: { ...(draft.spec as object), resourceRefs } },
        moment,
      ),
      { manager: 'crossplane', operation: 'Apply' },
    );
    const verdict = putParts(site, composite, parts, moment) ? ready : waiting;
    putApplied(site, claim, moment);
    const live = cluster.patch(refOf(claim), claimBinding(claim, composite), {
      manager: 'crossplane',
    })!;
    const end = later(moment, lastOf(parts));
    const status = verdicts(live, end, [synced, verdict]);
    writeStatus(site, live, status, 'crossplane');
  }
  for (const database of databases) {
    const parts = databaseParts(database.metadata.name, database.spec);
    const isRefused = parts.some(({ refusal }) => refusal);
    // Nobody leaves that for months.
    const moment = isRefused ? before(cluster.now(), 7200) : born(site);
    putApplied(site, database, moment);
    const composite = cluster.patch(
      refOf(database),
      databaseBinding(
        database,
        parts.map(part => resourceRefOf(database, part)),
      ),
      { manager: 'crossplane' },
    )!;
    putParts(site, composite, parts, moment);
  }
}

function born({ cluster, random }: Site): Date {
  return before(cluster.now(), random.between(20 * 86_400, 300 * 86_400));
}

function later(moment: Date, seconds: number): Date {
  return before(moment, -seconds);
}

function lastOf(parts: readonly Part[]): number {
  return Math.max(...[...schedule(parts).values()].map(({ ends }) => ends));
}

function aged(object: KubernetesObject, moment: Date): KubernetesObject {
  const creationTimestamp = timestamp(moment);
  return { ...object, metadata: { ...object.metadata, creationTimestamp } };
}

/** What came from Git. */
function putApplied(
  { cluster, fleet }: Site,
  object: KubernetesObject,
  moment: Date,
): void {
  cluster.put(
    aged(fleet.repository ? fromKustomization(object) : object, moment),
    { manager: 'kustomize-controller', operation: 'Apply' },
  );
}

/** What was made of a composite: all but what its cloud refused. Answers whether that is everything. */
function putParts(
  site: Site,
  composite: KubernetesObject,
  parts: readonly Part[],
  moment: Date,
): boolean {
  const { cluster } = site;
  const spans = schedule(parts);
  for (const part of parts) {
    const { begins, ends } = spans.get(part.name)!;
    const live = cluster.put(
      aged(composedObject(composite, part), later(moment, begins)),
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
  return unready.length === 0;
}
