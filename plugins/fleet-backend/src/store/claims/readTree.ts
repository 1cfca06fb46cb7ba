import type {
  ClaimNodeRecord,
  FleetRecord,
  ObjectReference,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { Knex } from 'knex';
import type { TreeContent, TreeNode } from '../../claims/tree/TreeNode';
import { recordId } from '../poll/recordId';
import { chunks } from '../sql/bulk';
import { claimNodeId } from './claimNodeId';
import { readKindsOf, unreadChild, type ReadKinds } from './unreadChild';

const mostNodes = 5_000;
const mostDepth = 50;
/** What tells of objects that no provider manages. */
const otherTypes = [
  'workload',
  'application',
  'source',
  'namespace',
  'usage',
  'engine-object',
  'policy',
] as const;

interface Row<R extends FleetRecord = ClaimNodeRecord> {
  id: string;
  parentId?: string;
  record: R;
}

/** An object that one of its parents names. */
interface Named {
  object: ObjectReference;
  parent: TreeNode;
}

/**
 * Reads everything that a claim is made of, level by level: what each object names as made by it, and what names it as its maker. An
 * object that is named twice is in the tree once, below whom named it first.
 */
export async function readTree(
  database: Knex,
  cluster: string,
  claim: { id: string; record: ClaimNodeRecord },
): Promise<TreeContent> {
  const kinds = await readKindsOf(database, cluster);
  const root = nodeOf(claim, undefined);
  const nodes = new Map<string, TreeNode>([[root.id, root]]);
  const problems = new Set<string>();
  let level = [root];
  while (level.length > 0) {
    const named = namedBelow(cluster, level, nodes, problems);
    const rows = await readRows(database, [...named.keys()], level);
    const next: TreeNode[] = [];
    const add = (node: TreeNode) => {
      if (!nodes.has(node.id)) {
        nodes.set(node.id, node);
        next.push(node);
      }
    };
    for (const row of rows) {
      const parent = named.get(row.id)?.parent ?? nodes.get(row.parentId ?? '');
      add(nodeOf(row, parent));
    }
    const unread = withoutTwins(named, nodes, cluster);
    const others = await readOthers(database, cluster, unread);
    for (const [id, child] of unread) {
      add(others.get(id) ?? missingNode(id, child, kinds));
    }
    if (nodes.size > mostNodes) {
      problems.add(
        `It is made of more than ${mostNodes} objects; what is beyond is left out.`,
      );
      break;
    }
    if ((next[0]?.depth ?? 0) >= mostDepth) {
      problems.add(
        `It is more than ${mostDepth} levels deep; what is below is left out.`,
      );
      break;
    }
    level = next;
  }
  for (const { missing, kind, name, summary } of nodes.values()) {
    if (missing && problems.size < 20) {
      problems.add(`${kind} ${name}: ${summary}.`);
    }
  }
  return {
    nodes: [...nodes.values()].slice(0, mostNodes),
    problems: [...problems],
  };
}

/** What the objects of a level name, by the ids they may have. */
function namedBelow(
  cluster: string,
  level: readonly TreeNode[],
  nodes: ReadonlyMap<string, TreeNode>,
  problems: Set<string>,
): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const parent of level) {
    for (const child of parent.record?.children ?? []) {
      for (const object of placesOf(child, parent)) {
        const id = claimNodeId(cluster, object);
        if (isAbove(id, parent, nodes)) {
          problems.add(
            `${parent.kind} ${parent.name} names ${object.kind} ${object.name}, which it is part of itself: the tree goes round in a circle there.`,
          );
        } else if (!nodes.has(id) && !named.has(id)) {
          named.set(id, { object, parent });
        }
      }
    }
  }
  return named;
}

/**
 * A child that is named without a namespace is in none, as the composite of a claim, or in that of its parent: the likelier first.
 */
function placesOf(
  child: ObjectReference,
  { namespace, role }: TreeNode,
): ObjectReference[] {
  if (child.namespace || !namespace) {
    return [child];
  }
  const beside = { ...child, namespace };
  return role === 'claim' ? [child, beside] : [beside, child];
}

/** Of a child that was tried in two places: without the place where it is not, where it was found in the other. */
function withoutTwins(
  named: ReadonlyMap<string, Named>,
  nodes: ReadonlyMap<string, TreeNode>,
  cluster: string,
): Map<string, Named> {
  const unread = new Map<string, Named>();
  for (const [id, child] of named) {
    const { object, parent } = child;
    const twins = [
      { ...object, namespace: undefined },
      { ...object, namespace: parent.namespace },
    ].map(place => claimNodeId(cluster, place));
    const isTwin = twins.includes(id);
    if (
      !nodes.has(id) &&
      !(isTwin && twins.some(twin => nodes.has(twin) || unread.has(twin)))
    ) {
      unread.set(id, child);
    }
  }
  return unread;
}

function isAbove(
  id: string,
  node: TreeNode,
  nodes: ReadonlyMap<string, TreeNode>,
): boolean {
  for (
    let at: TreeNode | undefined = node;
    at;
    at = nodes.get(at.parentId ?? '')
  ) {
    if (at.id === id) {
      return true;
    }
  }
  return false;
}

/** The objects of a hub that are named, and those that name one of a level as what made them. */
async function readRows(
  database: Knex,
  ids: readonly string[],
  level: readonly TreeNode[],
): Promise<Row[]> {
  const found: { id: string; parent_id: string | null; data: string }[] = [];
  const select = () =>
    database('records')
      .whereRaw("type = 'claim-node'")
      .orderBy('id')
      .select('id', 'parent_id', 'data');
  for (const some of chunks(ids)) {
    found.push(...(await select().whereIn('id', some)));
  }
  const parents = level.filter(({ record }) => record).map(({ id }) => id);
  for (const some of chunks(parents)) {
    found.push(...(await select().whereIn('parent_id', some)));
  }
  return found.map(({ id, parent_id: parentId, data }) => ({
    id,
    parentId: parentId ?? undefined,
    record: JSON.parse(data),
  }));
}

/** What is known of objects that are no part of claims by their kind, such as a Deployment that is composed. */
async function readOthers(
  database: Knex,
  cluster: string,
  named: ReadonlyMap<string, Named>,
): Promise<Map<string, TreeNode>> {
  const wanted = new Map<string, string>();
  for (const [id, { object }] of named) {
    for (const type of otherTypes) {
      wanted.set(recordId(cluster, { ...object, type }), id);
    }
  }
  const others = new Map<string, TreeNode>();
  for (const some of chunks([...wanted.keys()])) {
    const rows: { id: string; data: string }[] = await database('records')
      .whereIn('id', some)
      .select('id', 'data');
    for (const { id: rowId, data } of rows) {
      const id = wanted.get(rowId)!;
      const { apiVersion, kind, namespace, name, state, summary, since } =
        JSON.parse(data) as FleetRecord;
      const { parent } = named.get(id)!;
      others.set(id, {
        id,
        parentId: parent.id,
        depth: parent.depth + 1,
        role: 'object',
        apiVersion,
        kind,
        namespace,
        name,
        state,
        summary,
        since,
        missing: false,
        untold: false,
      });
    }
  }
  return others;
}

function nodeOf(
  { id, record }: { id: string; record: ClaimNodeRecord },
  parent: TreeNode | undefined,
): TreeNode {
  const { apiVersion, kind, namespace, name, role } = record;
  const { state, summary, reason, message, since } = record;
  return {
    id,
    parentId: parent?.id,
    depth: parent ? parent.depth + 1 : 0,
    role,
    apiVersion,
    kind,
    namespace,
    name,
    state,
    summary,
    reason,
    message,
    since,
    missing: false,
    untold: false,
    record,
  };
}

function missingNode(
  id: string,
  { object, parent }: Named,
  kinds: ReadKinds,
): TreeNode {
  return {
    ...object,
    ...unreadChild(object, kinds),
    id,
    parentId: parent.id,
    depth: parent.depth + 1,
    role: 'object',
    missing: true,
  };
}
