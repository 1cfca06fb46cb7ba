import { statesByUrgency } from '@fleetcommander/backstage-plugin-fleet-common';
import type { ApplicationRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { markDeliveries } from '../drift/markDeliveries';
import { markRelinks } from '../policy/markRelinks';
import { deleteLinks, insertLinks, linkedOtherwise } from '../resolve/linkRows';
import { resolveApplications } from '../resolve/resolveApplications';
import type { Resolution } from '../resolve/ResolutionInputs';
import {
  applicationColumns,
  type ApplicationRow,
  type ResolvedColumns,
} from '../rows/ApplicationRow';
import { upsert } from '../sql/bulk';
import type { FoldedChange, FoldedRecord } from './foldChange';
import { isSettled } from './settle';

type FoldedApplication = FoldedRecord & { record: ApplicationRecord };

/** Resolves and writes the applications of a change. */
export async function writeApplications(
  trx: Knex.Transaction,
  resolution: Resolution,
  { written }: FoldedChange,
): Promise<void> {
  const applications = written.filter(
    (item): item is FoldedApplication => item.record.type === 'application',
  );
  if (applications.length === 0) {
    return;
  }
  const resolved = await resolveApplications(
    trx,
    resolution,
    applications.map(({ row, record }) => ({
      id: row.id,
      cluster: row.cluster,
      application: { ...record, resourceCount: record.resources.length },
    })),
  );
  const rows = resolved
    .map(({ columns }, i) => toApplicationRow(applications[i], columns))
    // Two transactions that update the same applications do so in one order.
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await upsert(trx, 'applications', rows, {
    columns: applicationColumns,
    key: ['id'],
  });
  await markDeliveries(
    trx,
    rows.map(({ delivery_key: key }) => key),
  );
  await markRelinks(
    trx,
    rows.map(({ at_cluster: cluster }) => cluster),
  );
  const relinked = resolved.filter(({ columns }, i) =>
    linkedOtherwise(applications[i].before, columns),
  );
  const ids = new Set(relinked.map(({ id }) => id));
  await deleteLinks(
    trx,
    applications.flatMap(({ row, before }) =>
      before && ids.has(row.id) ? before : [],
    ),
  );
  await insertLinks(trx, relinked);
}

function toApplicationRow(
  { row, record, settled }: FoldedApplication,
  resolved: ResolvedColumns,
): ApplicationRow {
  return {
    id: row.id,
    cluster: row.cluster,
    collection: row.collection,
    engine: record.engine,
    kind: record.kind,
    namespace: record.namespace,
    name: record.name,
    target_namespace: record.targetNamespace,
    project: record.project,
    state: record.state,
    urgency: statesByUrgency.indexOf(record.state),
    summary: record.summary,
    since: isSettled(record.state) ? settled?.since : record.since,
    suspended: record.suspended,
    revision: record.revision,
    images: JSON.stringify(record.images),
    owner_key: record.ownerKey,
    source_ref: record.sourceRef,
    managed_by: record.managedBy,
    settled_state: settled?.state,
    settled_since: settled?.since,
    settled_version: settled?.version,
    settled_revision: settled?.revision,
    settled_revision_since: settled?.revisionSince,
    ...resolved,
  };
}
