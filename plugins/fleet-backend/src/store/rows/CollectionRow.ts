import type { CollectionState } from '../FleetPollStore';

/** A row of `collections`, without its nulls. */
export interface CollectionRow {
  cluster: string;
  collection: string;
  engine: string;
  group: string;
  version: string;
  kind: string;
  plural: string;
  projection: string;
  outcome: CollectionState['outcome'];
  message?: string;
  resource_version?: string;
  since: string;
  proven_at?: string;
  read_how?: CollectionState['readHow'];
  held: boolean;
  populated: boolean;
  every_seconds: number;
}

/** Names a collection within its cluster. */
export function collectionId({
  engine,
  plural,
  group,
}: Pick<CollectionState, 'engine' | 'plural' | 'group'>): string {
  return `${engine}:${plural}.${group}`;
}

export function toCollectionRow(
  cluster: string,
  state: CollectionState,
): CollectionRow {
  return {
    cluster,
    collection: collectionId(state),
    engine: state.engine,
    group: state.group,
    version: state.version,
    kind: state.kind,
    plural: state.plural,
    projection: state.projection,
    outcome: state.outcome,
    message: state.message,
    resource_version: state.resourceVersion,
    since: state.since.toISOString(),
    proven_at: state.provenAt?.toISOString(),
    read_how: state.readHow,
    held: state.held,
    populated: state.populated,
    every_seconds: state.everySeconds,
  };
}

export function toCollectionState(row: CollectionRow): CollectionState {
  return {
    engine: row.engine,
    group: row.group,
    version: row.version,
    kind: row.kind,
    plural: row.plural,
    projection: row.projection,
    outcome: row.outcome,
    message: row.message,
    resourceVersion: row.resource_version,
    since: new Date(row.since),
    provenAt: row.proven_at ? new Date(row.proven_at) : undefined,
    readHow: row.read_how,
    // SQLite knows no booleans.
    held: Boolean(row.held),
    populated: Boolean(row.populated),
    everySeconds: row.every_seconds,
  };
}

export const collectionColumns = [
  'cluster',
  'collection',
  'engine',
  'group',
  'version',
  'kind',
  'plural',
  'projection',
  'outcome',
  'message',
  'resource_version',
  'since',
  'proven_at',
  'read_how',
  'held',
  'populated',
  'every_seconds',
] as const satisfies readonly (keyof CollectionRow)[];
