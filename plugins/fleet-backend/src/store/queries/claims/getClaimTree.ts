import { InputError } from '@backstage/errors';
import type {
  ClaimNode,
  ClaimTree,
  Facets,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ClaimNodeRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { byUrgency } from '../../../claims/tree/summariseTree';
import type { TreeNode } from '../../../claims/tree/TreeNode';
import { readTree } from '../../claims/readTree';
import type { Filter, ListQuery } from '../../FleetQueryStore';
import { groupBy } from '../../sql/groupBy';
import { pageOf } from '../pageOf';
import type { QueryContext } from '../QueryContext';
import { filterClaims } from './filterClaims';

const facetKeys = ['state', 'kind', 'role'] as const;
type FacetKey = (typeof facetKeys)[number];

/** The objects of a claim: parents before children, siblings worst first. */
export async function getClaimTree(
  { database }: QueryContext,
  id: string,
  query: ListQuery,
): Promise<ClaimTree | undefined> {
  const [covered] = await filterClaims({ database }, [id], query.access);
  if (!covered) {
    return undefined;
  }
  const row: { cluster: string; data: string } | undefined = await database(
    'records',
  )
    .where({ id })
    .first('cluster', 'data');
  if (!row) {
    // Only Git has it yet.
    return { items: [], totalItems: 0, facets: {}, pageInfo: {} };
  }
  const record: ClaimNodeRecord = JSON.parse(row.data);
  const { nodes } = await readTree(database, row.cluster, { id, record });
  const ordered = inOrder(nodes);
  const matches = (filter: Filter | undefined) =>
    ordered.filter(
      node => isAskedFor(node, filter) && isCalled(node, query.text),
    );
  return {
    ...pageOf(matches(query.filter), query),
    facets: Object.fromEntries(
      facetKeys.map(key => [
        key,
        countValues(
          matches(query.filter?.map(({ [key]: _, ...rest }) => rest)),
          key,
        ),
      ]),
    ),
  };
}

function inOrder(nodes: readonly TreeNode[]): ClaimNode[] {
  const children = groupBy(nodes, ({ parentId }) => parentId);
  const ordered: ClaimNode[] = [];
  const pending = [...(children.get(undefined) ?? [])];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const below = [...(children.get(node.id) ?? [])].sort(byUrgency);
    ordered.push(toNode(node, below.length));
    pending.push(...below.reverse());
  }
  return ordered;
}

function toNode(
  { record, untold: _, ...node }: TreeNode,
  children: number,
): ClaimNode {
  return {
    ...node,
    paused: record?.paused ?? false,
    deleting: record?.deleting ?? false,
    externalName: record?.externalName,
    managementPolicies: record?.managementPolicies,
    children,
    createdAt: record?.createdAt,
    readyAt: record?.readyAt,
  };
}

function isAskedFor(node: ClaimNode, filter: Filter | undefined): boolean {
  if (!filter || filter.length === 0) {
    return true;
  }
  return filter.some(conjunction =>
    Object.entries(conjunction).every(([key, values]) => {
      const known = facetKeys.find(name => name === key);
      if (!known) {
        throw new InputError(
          `There is no filter ${JSON.stringify(
            key,
          )}. Known are ${facetKeys.join(', ')}.`,
        );
      }
      return values.includes(node[known]);
    }),
  );
}

function isCalled({ kind, name }: ClaimNode, text: string | undefined) {
  return !text || `${kind} ${name}`.toLowerCase().includes(text.toLowerCase());
}

function countValues(
  nodes: readonly ClaimNode[],
  key: FacetKey,
): Facets[string] {
  return [...groupBy(nodes, node => node[key])]
    .map(([value, some]) => ({ value, count: some.length }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
