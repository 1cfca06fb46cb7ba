import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { isLinked, linkRecord } from '../../ownership/linkRecord';
import type { ProvenLinks } from '../../ownership/ProvenLinks';
import type {
  ClusterChange,
  ClusterLease,
  WriteResult,
} from '../FleetPollStore';
import { markClaims } from '../claims/markClaims';
import { detectApplications, endDriftsOf } from '../drift/detectApplications';
import { detectObjects, type SeenObject } from '../drift/detectObjects';
import type { DriftRules } from '../drift/DriftRules';
import { keepApplies } from '../drift/keepApplies';
import { markTargets } from '../drift/deliveryTargets';
import { markDeliveries } from '../drift/markDeliveries';
import { rejudgeObjectsOf } from '../drift/rejudgeObjects';
import { takenForStale } from '../drift/takenForStale';
import { markRelinks } from '../policy/markRelinks';
import { readNews } from '../policy/readNews';
import { splitReports } from '../policy/splitReports';
import { writePolicy } from '../policy/writePolicy';
import { deleteLinks, insertLinks, linkedOtherwise } from '../resolve/linkRows';
import { linkColumns } from '../resolve/linkColumns';
import { reresolve } from '../resolve/reresolve';
import type { Resolution, ResolutionInputs } from '../resolve/ResolutionInputs';
import {
  collectionColumns,
  collectionId,
  toCollectionRow,
} from '../rows/CollectionRow';
import { recordColumns } from '../rows/RecordRow';
import { chunks, updateById, upsert } from '../sql/bulk';
import { fence } from './fence';
import { foldChange, type FoldedChange, type FoldedRecord } from './foldChange';
import { inheritOwners } from './inheritOwners';
import { readExisting, type ExistingRecord } from './readExisting';
import { seenObjects } from './seenObjects';
import { updateCluster } from './updateCluster';
import { writeApplications } from './writeApplications';
import { writeTransitions } from './writeTransitions';

/** One fenced write of one cluster, all or nothing. */
export async function writeChange(
  database: Knex,
  inputs: ResolutionInputs,
  lease: ClusterLease,
  change: ClusterChange,
  drift: DriftRules,
): Promise<WriteResult> {
  return database.transaction(async trx => {
    const { collections, reports } = splitReports(change.collections);
    await readNews(trx, lease.cluster, reports, change.at);
    const cluster = await fence(trx, lease, change);
    await upsert(
      trx,
      'collections',
      change.collections.map(({ state }) =>
        toCollectionRow(lease.cluster, state),
      ),
      { columns: collectionColumns, key: ['cluster', 'collection'] },
    );
    await keepApplies(trx, lease.cluster, appliesIn(change), change.at);
    const forgotten = change.forget?.map(collectionId) ?? [];
    if (forgotten.length > 0) {
      await trx('collections')
        .where({ cluster: lease.cluster })
        .whereIn('collection', forgotten)
        .delete();
    }
    const touching = collections.filter(
      ({ objects, listing, clear }) =>
        objects.length > 0 || listing?.complete || clear,
    );
    const folded = foldChange(
      lease.cluster,
      touching,
      touching.length + forgotten.length > 0
        ? await readExisting(trx, lease.cluster, touching, forgotten)
        : [],
      forgotten,
      change.at,
    );
    await nameInListings(trx, folded.named);
    await updateById(trx, 'records', folded.restated, [
      'data',
      'detail',
      'due_at',
      'hash',
      'listing',
    ]);
    const objects = await seenObjects(trx, lease.cluster, touching);
    // That their engine looked at them is no news of others.
    const lookedAt = await takenForStale(
      trx,
      folded.restated.map(({ id }) => id),
    );
    const { written, gone, steps } = folded;
    const policy = { folded, reports, forgotten, at: change.at };
    if (written.length + gone.length + steps.length === 0) {
      await updateCluster(trx, cluster, change, folded);
      const { name } = cluster;
      return {
        changed:
          (await detectApplications(trx, drift, lookedAt, change.at)) +
          (await detectObjects(trx, drift, name, objects, change.at)) +
          (await writePolicy(trx, name, policy)),
      };
    }
    const resolution = await inputs.read(trx);
    await deleteRecords(trx, folded.gone);
    const relinked = await writeRecords(trx, resolution, folded);
    const { regionChanged } = await updateCluster(trx, cluster, change, folded);
    await writeApplications(trx, resolution, folded);
    await markClaims(trx, lease.cluster, folded);
    await markTargets(trx, folded.written);
    await writeTransitions(trx, folded.steps, change.at);
    const related = await reresolveRelated(trx, resolution, lease.cluster, {
      regionChanged,
      ownerKeys: relinked,
      sourceRefs: changedSources(folded),
      resolved: folded.written.map(({ row }) => row.id),
    });
    const drifted = await writeDrifts(trx, drift, lease.cluster, {
      folded,
      lookedAt,
      objects,
      sourceRefs: changedSources(folded),
      at: change.at,
    });
    const judged = await writePolicy(trx, lease.cluster, policy);
    const changed = folded.written.length + folded.gone.length;
    return { changed: changed + related + drifted + judged };
  });
}

function appliesIn({ collections }: ClusterChange): Apply[] {
  return collections.flatMap(({ objects }) =>
    objects.flatMap(({ apply }) => apply ?? []),
  );
}

async function nameInListings(
  trx: Knex.Transaction,
  named: FoldedChange['named'],
): Promise<void> {
  for (const some of chunks(named)) {
    await trx('records')
      .whereIn(
        'id',
        some.map(({ id }) => id),
      )
      .update({ listing: some[0].listing });
  }
}

async function deleteRecords(
  trx: Knex.Transaction,
  gone: readonly ExistingRecord[],
): Promise<void> {
  const ids = gone.map(({ id }) => id);
  for (const some of chunks(ids)) {
    await trx('records').whereIn('id', some).delete();
    const applications = trx('applications').whereIn('id', some);
    await markDeliveries(trx, await applications.clone().pluck('delivery_key'));
    await markRelinks(trx, await applications.clone().pluck('at_cluster'));
    await applications.delete();
  }
  await deleteLinks(trx, gone);
}

/** Answers the owner keys whose applications may now belong to other entities or run another version. */
async function writeRecords(
  trx: Knex.Transaction,
  { entities, settings }: Resolution,
  folded: FoldedChange,
): Promise<Set<string>> {
  const { written, gone } = folded;
  const ownerKeys = new Set(await inheritOwners(trx, folded));
  const relinked: (FoldedRecord & { links?: ProvenLinks })[] = [];
  for (const item of written) {
    if (isLinked(item.record)) {
      const links = linkRecord(item.record, entities, settings.ownership);
      Object.assign(item.row, linkColumns(links));
      if (provesOtherwise(item)) {
        relinked.push({ ...item, links });
      }
    }
    if (item.record.type === 'workload') {
      if (provesOtherwise(item)) {
        addOwners(ownerKeys, item.row, item.before);
      } else if (item.row.version !== item.before?.version) {
        addOwners(ownerKeys, item.row);
      }
    }
  }
  addOwners(ownerKeys, ...gone.filter(({ type }) => type === 'workload'));
  await upsert(
    trx,
    'records',
    written.map(({ row }) => row),
    { columns: recordColumns, key: ['id'] },
  );
  await deleteLinks(
    trx,
    relinked.flatMap(({ before }) => before ?? []),
  );
  await insertLinks(
    trx,
    relinked.map(({ row, links }) => ({ id: row.id, links })),
  );
  return ownerKeys;
}

/** Whether what a workload proves, or of which application it proves it, is not what it was. */
function provesOtherwise({ row, before }: FoldedRecord): boolean {
  return (
    linkedOtherwise(before, row) ||
    row.link_basis !== before?.link_basis ||
    (row.link_basis === 'proof' && row.owner_key !== before?.owner_key)
  );
}

function addOwners(
  ownerKeys: Set<string>,
  ...workloads: ({ owner_key?: string } | undefined)[]
): void {
  for (const workload of workloads) {
    if (workload?.owner_key) {
      ownerKeys.add(workload.owner_key);
    }
  }
}

/** Judges anew the applications that the change touched or that were looked at again, and those that follow a source that it touched. */
async function writeDrifts(
  trx: Knex.Transaction,
  rules: DriftRules,
  cluster: string,
  touched: {
    folded: FoldedChange;
    lookedAt: readonly string[];
    objects: readonly SeenObject[];
    sourceRefs: ReadonlySet<string>;
    at: Date;
  },
): Promise<number> {
  const { folded, lookedAt, objects, sourceRefs, at } = touched;
  const written = folded.written
    .filter(({ row }) => row.type === 'application')
    .map(({ row }) => row.id);
  const ids = new Set([...written, ...lookedAt]);
  for (const refs of chunks([...sourceRefs])) {
    const followers: string[] = await trx('applications')
      .where({ cluster })
      .whereIn('source_ref', refs)
      .pluck('id');
    followers.forEach(id => ids.add(id));
  }
  const gone = folded.gone
    .filter(({ type }) => type === 'application')
    .map(({ id }) => id);
  return (
    (await endDriftsOf(trx, gone, at)) +
    (await detectApplications(trx, rules, [...ids], at)) +
    (await rejudgeObjectsOf(trx, rules, written, at)) +
    (await detectObjects(trx, rules, cluster, objects, at))
  );
}

function changedSources({ written, gone }: FoldedChange): Set<string> {
  return new Set(
    [...written.map(({ row }) => row), ...gone]
      .filter(({ type }) => type === 'source')
      .map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`),
  );
}

/** Applications elsewhere in the fleet that go by what this change wrote. */
async function reresolveRelated(
  trx: Knex.Transaction,
  resolution: Resolution,
  cluster: string,
  related: {
    regionChanged: boolean;
    ownerKeys: ReadonlySet<string>;
    sourceRefs: ReadonlySet<string>;
    /** Ids of what was resolved with this change already. */
    resolved: readonly string[];
  },
): Promise<number> {
  const { regionChanged, ownerKeys, sourceRefs } = related;
  if (!regionChanged && ownerKeys.size + sourceRefs.size === 0) {
    return 0;
  }
  return reresolve(trx, resolution, applications => {
    for (const ids of chunks(related.resolved)) {
      applications.whereNotIn('applications.id', ids);
    }
    applications.where(any => {
      if (regionChanged) {
        any.orWhere('at_cluster', cluster);
      }
      for (const keys of chunks([...ownerKeys])) {
        any.orWhere(owning =>
          owning
            .where('target_cluster', cluster)
            .whereIn('applications.owner_key', keys),
        );
      }
      for (const refs of chunks([...sourceRefs])) {
        any.orWhere(following =>
          following
            .where('applications.cluster', cluster)
            .whereIn('source_ref', refs),
        );
      }
    });
  });
}
