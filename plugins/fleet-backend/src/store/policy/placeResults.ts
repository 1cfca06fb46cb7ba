import type { Knex } from 'knex';
import type { PolicySubject } from '@fleetcommander/backstage-plugin-fleet-node';
import { recordId } from '../poll/recordId';
import type {
  PolicyResultRow,
  StoredResultFacts,
} from '../rows/PolicyResultRow';
import { chunks } from '../sql/bulk';
import { withoutNulls } from '../sql/withoutNulls';
import { DeliveredApplications, type Links } from './DeliveredApplications';
import { resourceGroup } from './resourceGroup';
import { isMade, workloadsOf } from './workloadsOf';

/** Where a resource belongs. */
type Place = Pick<PolicyResultRow, 'record_id' | 'application_id'>;

/** Of what workload a resource is made. */
type Maker = Pick<PolicySubject, 'apiVersion' | 'kind' | 'name'>;

/** What placing results may change of them. */
export const placeColumns = [
  'record_id',
  'application_id',
  'kind',
  'name',
  'facts',
] as const;

type Placed = Pick<
  PolicyResultRow,
  'namespace' | 'resource' | (typeof placeColumns)[number]
>;

/**
 * Says of results whose links they have: those of the workload where it proves its own, else of the application that delivers the
 * resource to it alone, else of what config maps its namespace to. What is stored of workloads and applications decides, so that a
 * result has no links that they have not. A result on a pod becomes one on the workload that the pod is of.
 */
export async function placeResults(
  trx: Knex,
  cluster: string,
  rows: readonly Placed[],
): Promise<void> {
  const candidates = new Map(
    rows.map(row => [row.resource, candidatesOf(cluster, row)]),
  );
  const records = await readLinks(
    trx,
    [...candidates.values()].flatMap(({ workloads, namespace }) =>
      namespace ? [...workloads.keys(), namespace] : [...workloads.keys()],
    ),
  );
  const applications =
    rows.length > 0
      ? await DeliveredApplications.read(trx, cluster)
      : undefined;
  const places = new Map<string, Place & { maker?: Maker }>();
  for (const row of rows) {
    const { maker, ...place } =
      places.get(row.resource) ??
      placeOf(row, candidates.get(row.resource)!, { records, applications });
    places.set(row.resource, { maker, ...place });
    Object.assign(row, place);
    if (maker && isMade(row.kind)) {
      nameMaker(row, maker);
    }
  }
}

function nameMaker(row: Placed, { apiVersion, kind, name }: Maker): void {
  const facts: StoredResultFacts = JSON.parse(row.facts);
  Object.assign(row, {
    kind,
    name,
    facts: JSON.stringify({ ...facts, apiVersion } satisfies StoredResultFacts),
  });
}

interface Candidates {
  /** By the ids that their records have. */
  workloads: ReadonlyMap<string, Maker>;
  namespace?: string;
}

function candidatesOf(cluster: string, row: Placed): Candidates {
  const namespace = row.kind === 'Namespace' ? row.name : row.namespace;
  return {
    workloads: new Map(
      workloadsOf(subjectOf(row)).map(workload => [
        recordId(cluster, { ...workload, type: 'workload' }),
        workload,
      ]),
    ),
    namespace:
      namespace &&
      recordId(cluster, {
        apiVersion: 'v1',
        kind: 'Namespace',
        name: namespace,
        type: 'namespace',
      }),
  };
}

function subjectOf({ kind, namespace, name, facts }: Placed) {
  const { apiVersion }: StoredResultFacts = JSON.parse(facts);
  return { apiVersion, kind, namespace, name };
}

function placeOf(
  row: Placed,
  candidates: Candidates,
  known: {
    records: ReadonlyMap<string, Links>;
    applications?: DeliveredApplications;
  },
): Place & { maker?: Maker } {
  const { records, applications } = known;
  const subject = subjectOf(row);
  const found = [...candidates.workloads.keys()].flatMap(
    id => records.get(id) ?? [],
  );
  // A name that fits two workloads tells of neither.
  const workload = found.length === 1 ? found[0] : undefined;
  const application = applications?.find(workload, {
    ...subject,
    group: resourceGroup(subject),
  });
  const namespace = records.get(candidates.namespace ?? '');
  const place = (record?: Links) => ({
    record_id: record?.id ?? '',
    application_id: application?.id,
    maker: workload && candidates.workloads.get(workload.id),
  });
  if (workload?.link_basis === 'proof') {
    return place(workload);
  }
  if (application?.link_basis && !isShared(application)) {
    return place(application);
  }
  if (workload?.link_basis) {
    return place(workload);
  }
  return place(namespace?.link_basis ? namespace : workload ?? application);
}

/** What several entities share is not blamed on each. */
function isShared({ entity_refs: refs }: Links): boolean {
  return refs !== undefined && JSON.parse(refs).length > 1;
}

async function readLinks(
  trx: Knex,
  ids: readonly string[],
): Promise<Map<string, Links>> {
  const records = new Map<string, Links>();
  for (const some of chunks([...new Set(ids)])) {
    const rows: object[] = await trx('records')
      .whereIn('id', some)
      .select('id', 'owner_key', 'link_basis', 'entity_refs');
    for (const row of rows) {
      const links = withoutNulls<Links>(row);
      records.set(links.id, links);
    }
  }
  return records;
}
