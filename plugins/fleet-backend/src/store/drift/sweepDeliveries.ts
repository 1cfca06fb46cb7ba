import type { Knex } from 'knex';
import type {
  DeliveredApplication,
  DeliveryFinding,
  DeliveryInput,
} from '../../drift/delivery/Delivery';
import { after } from '../../drift/application/after';
import { detectMissing } from '../../drift/delivery/detectMissing';
import { detectSkew } from '../../drift/delivery/detectSkew';
import type { ApplicationRow } from '../rows/ApplicationRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { withoutNulls } from '../sql/withoutNulls';
import { readClusterDirectory, readTargets } from './deliveryTargets';
import type { DriftRules } from './DriftRules';
import { readDeliveryClusters } from './readDeliveryClusters';
import { readRunning } from './readRunning';
import {
  placeColumns,
  placeOf,
  type PlacedApplication,
} from './placedApplication';
import { writeLedger, type FoundDrifts } from './writeLedger';

type Row = PlacedApplication &
  Pick<
    ApplicationRow,
    | 'title'
    | 'state'
    | 'suspended'
    | 'version'
    | 'revision'
    | 'owner_key'
    | 'entity_refs'
    | 'delivery_basis'
  >;

interface Marked {
  delivery_key: string;
}

/** Keys at a time; each may be on hundreds of clusters. */
const batch = 20;
/** What changed is compared once it has rested for a while: a fleet that is read for the first time changes keys many times. */
const restMs = 60_000;
/** What runs where one is missing is no change of its applications, and is looked at again. */
const lookAgainSeconds = 600;

/**
 * Compares the clusters of some delivery keys that are due, and answers how many drifts began, changed or ended; undefined when none
 * is due any more.
 */
export async function sweepDeliveries(
  trx: Knex.Transaction,
  rules: DriftRules,
  at: Date,
): Promise<number | undefined> {
  const now = at.toISOString();
  const unread = await trx('clusters').where({ outcome: 'pending' }).first();
  if (unread) {
    // What a cluster lacks that has not been asked yet cannot be told.
    return undefined;
  }
  const rested = new Date(at.getTime() + restMs).toISOString();
  await trx('drift_deliveries')
    .where({ changed: true })
    .where(late => late.whereNull('ask_at').orWhere('ask_at', '>', rested))
    .update({ ask_at: rested });
  // Who marks a key now waits, so that no mark is lost with the row.
  const marked: Marked[] = await trx('drift_deliveries')
    .where('ask_at', '<=', now)
    .orderBy('delivery_key')
    .limit(batch)
    .forUpdate();
  if (marked.length === 0) {
    return undefined;
  }
  const keys = marked.map(({ delivery_key: key }) => key);
  const clusters = await readDeliveryClusters(trx);
  const directory = await readClusterDirectory(trx);
  const environments = new Map(
    clusters.map(({ name, environment }) => [name, environment]),
  );
  const rows = await readApplications(trx, keys);
  const changedAt = await readVersionTimes(
    trx,
    rows.map(({ id }) => id),
  );
  const byKey = groupBy(rows, ({ delivery_key: key }) => key);
  const found: FoundDrifts[] = [];
  for (const { delivery_key: key } of marked) {
    const applications = byKey.get(key) ?? [];
    const generated = applications.find(({ engine }) => engine === 'argocd');
    const targets =
      generated && (await readTargets(trx, key, generated.id, directory));
    const input: DeliveryInput = {
      title: applications[0]?.title ?? key,
      applications: applications.map(
        (row): DeliveredApplication => ({
          id: row.id,
          cluster: row.at_cluster,
          engine: row.cluster === row.at_cluster ? row.engine : undefined,
          placed: targets !== undefined && row.engine === 'argocd',
          environment: environments.get(row.target_cluster ?? ''),
          state: row.state,
          suspended: Boolean(row.suspended),
          version: row.version,
          revision: row.revision,
          versionSince: changedAt.get(row.id),
        }),
      ),
      clusters,
      environments: rules.environments,
      targets,
    };
    const suspects = detectMissing(input).map(({ cluster }) => cluster);
    const findings = [
      ...detectSkew(input),
      ...(suspects.length > 0
        ? detectMissing({
            ...input,
            running: await readRunning(trx, applications, suspects),
          })
        : []),
    ];
    const isOpen = ({ finding: { opensAt } }: DeliveryFinding) =>
      !opensAt || opensAt <= now;
    found.push(
      ...(await subjectsOf(trx, {
        key,
        title: input.title,
        applications,
        environments,
        findings: findings.filter(isOpen),
      })),
    );
    const opening = findings
      .filter(finding => !isOpen(finding))
      .map(({ finding }) => finding.opensAt);
    const lookAgain =
      suspects.length > 0 ? after(now, lookAgainSeconds) : undefined;
    await settleMark(
      trx,
      key,
      [...opening, lookAgain].filter(time => time !== undefined).sort()[0],
    );
  }
  return writeLedger(trx, rules, found, now);
}

/** A key rests until it is marked again, or something of it opens. */
async function settleMark(
  trx: Knex.Transaction,
  deliveryKey: string,
  askAgainAt: string | undefined,
) {
  const row = trx('drift_deliveries').where({ delivery_key: deliveryKey });
  await (askAgainAt
    ? row.update({ ask_at: askAgainAt, changed: false })
    : row.delete());
}

/** One subject a cluster: those with findings now, and those that had some. */
async function subjectsOf(
  trx: Knex.Transaction,
  options: {
    key: string;
    title: string;
    applications: readonly Row[];
    environments: ReadonlyMap<string, string | undefined>;
    findings: readonly DeliveryFinding[];
  },
): Promise<FoundDrifts[]> {
  const { key, title, applications, environments, findings } = options;
  const open: string[] = await trx('drifts')
    .where({ scope: 'delivery', delivery_key: key })
    .whereNull('ended_at')
    .distinct()
    .pluck('at_cluster');
  const byCluster = groupBy(findings, ({ cluster }) => cluster);
  return [...new Set([...byCluster.keys(), ...open])].map(name => {
    const here = byCluster.get(name) ?? [];
    const application = applications.find(
      row =>
        row.at_cluster === name &&
        here.every(
          ({ applicationId }) => !applicationId || applicationId === row.id,
        ),
    );
    return {
      subject: {
        name: title,
        cluster: name,
        delivery_key: key,
        // What is missing belongs to whom it belongs elsewhere.
        record_id: applications[0]?.id,
        ...(application && placeOf(application)),
        subject: `delivery:${key}\n${name}`,
        scope: 'delivery',
        at_cluster: name,
        target_cluster: name,
      },
      environment: environments.get(name),
      findings: here.map(({ finding }) => finding),
      complete: true,
    };
  });
}

async function readApplications(
  trx: Knex.Transaction,
  keys: readonly string[],
): Promise<Row[]> {
  const rows: object[] = await trx('applications')
    .whereIn('delivery_key', [...keys])
    .orderBy('id')
    .select(
      ...placeColumns,
      'title',
      'state',
      'suspended',
      'version',
      'revision',
      'owner_key',
      'entity_refs',
      'delivery_basis',
    );
  return rows.map(row => withoutNulls<Row>(row));
}

/** When each application came to the version that it runs, where that was seen. */
async function readVersionTimes(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const times = new Map<string, string>();
  for (const some of chunks(ids)) {
    const rows: { record_id: string; at: string }[] = await trx('transitions')
      .whereIn('record_id', some)
      .whereNotNull('to_version')
      .whereRaw("coalesce(from_version, '') <> to_version")
      .groupBy('record_id')
      .select('record_id')
      .max({ at: 'at' });
    rows.forEach(({ record_id: id, at }) => times.set(id, at));
  }
  return times;
}
