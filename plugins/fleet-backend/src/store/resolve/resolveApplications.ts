import type { SourceRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import { deliveryKey } from '../../ownership/deliveryKey';
import { sourceKey } from '../../ownership/sourceKey';
import { linkApplication } from '../../ownership/linkApplication';
import type { ProvenLinks } from '../../ownership/ProvenLinks';
import {
  resolveTarget,
  type ResolvedTarget,
} from '../../ownership/resolveTarget';
import type { Place } from '../../ownership/withoutPlace';
import type { StoredApplication } from '../poll/toRecordRow';
import type { ResolvedColumns } from '../rows/ApplicationRow';
import { chunks } from '../sql/bulk';
import { groupBy } from '../sql/groupBy';
import { linkColumns } from './linkColumns';
import type { Resolution } from './ResolutionInputs';

/** An application that is to be resolved. */
export interface Unresolved {
  id: string;
  cluster: string;
  application: StoredApplication;
}

/** What an application came to. */
export interface Resolved {
  id: string;
  columns: ResolvedColumns;
  links?: ProvenLinks;
}

/** Finds target, source, links and delivery key of applications. Their workloads and sources have to be stored already. */
export async function resolveApplications(
  trx: Knex,
  { settings, entities, clusters }: Resolution,
  unresolved: readonly Unresolved[],
): Promise<Resolved[]> {
  const targeted = unresolved.map(item => ({
    ...item,
    target: resolveTarget(item.application.target, item.cluster, clusters),
  }));
  const places = await readPlaces(trx, settings, targeted.map(atClusterOf));
  const sourceUrls = await readSourceUrls(trx, targeted);
  const workloads = await readWorkloads(trx, targeted);
  return targeted.map(item => {
    const { id, cluster, application, target } = item;
    const atCluster = atClusterOf(item);
    const owned = workloads.get(`${atCluster}\n${application.ownerKey}`) ?? [];
    const { links, reason } = linkApplication(
      {
        ...application,
        workloads: owned.flatMap(({ proven }) => proven ?? []),
      },
      entities,
      settings.ownership,
    );
    const sourceUrl = sourceUrls.get(`${cluster}\n${application.sourceRef}`);
    const { key, basis, title } = deliveryKey(application, {
      id,
      entityRef: soleComponent(links),
      sourceUrl,
      place: places.get(atCluster) ?? {
        cluster: atCluster,
        environmentWords: [],
      },
    });
    const { namespace, name, targetNamespace } = application;
    return {
      id,
      links,
      columns: {
        at_cluster: atCluster,
        target_cluster: 'cluster' in target ? target.cluster : undefined,
        target_unknown: 'unknown' in target ? target.unknown : undefined,
        source_url: sourceUrl,
        source_key: gitFolderOf(application, sourceUrl),
        delivery_key: key,
        delivery_basis: basis,
        title,
        version: soleVersion(owned) ?? application.version,
        ...linkColumns(links),
        unproven: links ? undefined : reason,
        search: [name, namespace, targetNamespace, cluster, atCluster, title]
          .join(' ')
          .toLowerCase(),
      },
    };
  });
}

/** What else is delivered, such as a chart, comes beside it. */
function gitFolderOf(
  { sources }: Pick<StoredApplication, 'sources'>,
  followed: string | undefined,
): string | undefined {
  const source = sources.find(
    ({ type, path }) => type === 'git' && path !== undefined,
  );
  return source && sourceKey(source.url ?? followed, source.path);
}

function atClusterOf({
  cluster,
  target,
}: {
  cluster: string;
  target: ResolvedTarget;
}): string {
  return 'cluster' in target ? target.cluster : cluster;
}

/** A mapping puts whole namespaces into one entity, which says nothing of what is the same thing. */
function soleComponent(links: ProvenLinks | undefined): string | undefined {
  return links?.entityRefs.length === 1 && links.basis !== 'mapping'
    ? links.entityRefs[0]
    : undefined;
}

async function readPlaces(
  trx: Knex,
  { environments }: Resolution['settings'],
  names: string[],
): Promise<Map<string, Place>> {
  const environmentWords = environments.flatMap(({ words }) => words);
  const places = new Map<string, Place>();
  for (const some of chunks([...new Set(names)])) {
    const rows: { name: string; region: string | null }[] = await trx(
      'clusters',
    )
      .whereIn('name', some)
      .select('name', 'region');
    for (const { name, region } of rows) {
      places.set(name, {
        cluster: name,
        region: region ?? undefined,
        environmentWords,
      });
    }
  }
  return places;
}

/** By cluster and source ref. */
async function readSourceUrls(
  trx: Knex,
  items: readonly Unresolved[],
): Promise<Map<string, string | undefined>> {
  const followers = items.filter(({ application }) => application.sourceRef);
  const urls = new Map<string, string | undefined>();
  for (const cluster of groupBy(followers, item => item.cluster).keys()) {
    const rows: { data: string }[] = await trx('records')
      .whereRaw("type = 'source'")
      .where({ cluster })
      .select('data');
    for (const { data } of rows) {
      const { kind, namespace, name, url }: SourceRecord = JSON.parse(data);
      urls.set(`${cluster}\n${kind}/${namespace}/${name}`, url);
    }
  }
  return urls;
}

/** What resolving an application needs of a workload that it deploys. */
interface OwnedWorkload {
  version?: string;
  /** Present when the workload has a proof of its own. */
  proven?: Pick<ProvenLinks, 'entityRefs' | 'ownerRefs'>;
}

/** What people call the version of a service is that of what runs, where all that runs agrees on one. */
function soleVersion(owned: readonly OwnedWorkload[]): string | undefined {
  const versions = new Set(owned.map(({ version }) => version));
  return versions.size === 1 ? owned[0].version : undefined;
}

/** By target cluster and owner key. What a canary tries runs in its primary, and is scaled to zero in between. */
async function readWorkloads(
  trx: Knex,
  items: readonly (Unresolved & { target: ResolvedTarget })[],
): Promise<Map<string, OwnedWorkload[]>> {
  const owners = items.filter(({ application }) => application.ownerKey);
  const workloads = new Map<string, OwnedWorkload[]>();
  for (const [cluster, owned] of groupBy(owners, atClusterOf)) {
    const keys = new Set(owned.map(({ application }) => application.ownerKey!));
    for (const some of chunks([...keys])) {
      const rows: {
        owner_key: string;
        version: string | null;
        link_basis: string | null;
        entity_refs: string;
        owner_refs: string;
      }[] = await trx('records')
        .whereRaw("type = 'workload'")
        .where({ cluster })
        .whereIn('owner_key', some)
        .whereRaw("(owner_key, namespace, name || '-primary') not in (?)", [
          trx('records')
            .whereRaw("type = 'workload' and parent_id is not null")
            .where({ cluster })
            .whereIn('owner_key', some)
            .select('owner_key', 'namespace', 'name'),
        ])
        .distinct(
          'owner_key',
          'version',
          'link_basis',
          'entity_refs',
          'owner_refs',
        );
      for (const row of rows) {
        const key = `${cluster}\n${row.owner_key}`;
        workloads.set(key, [
          ...(workloads.get(key) ?? []),
          {
            version: row.version ?? undefined,
            proven:
              row.link_basis === 'proof'
                ? {
                    entityRefs: JSON.parse(row.entity_refs),
                    ownerRefs: JSON.parse(row.owner_refs),
                  }
                : undefined,
          },
        ]);
      }
    }
  }
  return workloads;
}
