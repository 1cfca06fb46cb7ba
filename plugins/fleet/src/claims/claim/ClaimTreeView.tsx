import type {
  ClaimDetail,
  ClaimNode,
} from '@fleetcommander/backstage-plugin-fleet-common';
import {
  EmptyState,
  FilterBar,
  FleetTable,
  Notice,
  Stack,
  useFilters,
  useInfiniteFleet,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimNodeView } from './ClaimNodeView';
import { claimNodeColumns } from './claimNodeColumns';

/** The objects of a claim, parents before children and what needs a person first; read page by page. */
export function ClaimTreeView(props: { detail: ClaimDetail }) {
  const { claim, treeProblems } = props.detail;
  const { id } = claim;
  const filters = useFilters(['state', 'kind']);
  const tree = useInfiniteFleet(
    (api, page, signal) =>
      api.claims.tree(id, { ...filters.query, ...page }, { signal }),
    [id, filters.key],
  );

  return (
    <Stack>
      {treeProblems.length > 0 && (
        <Notice severity="warning" title="This may not be all of it">
          {treeProblems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </Notice>
      )}
      <FilterBar
        filters={filters}
        facets={tree.page?.facets}
        fields={[{ key: 'kind', title: 'Kind' }]}
        states
        textLabel="Find an object"
        total={tree.totalItems}
        noun={tree.totalItems === 1 ? 'object' : 'objects'}
      />
      <FleetTable<ClaimNode>
        label="Objects"
        list={tree}
        columns={claimNodeColumns(!filters.active)}
        rowKey={node => node.id}
        expand={node => <ClaimNodeView claim={claim} node={node} />}
        openLabel={({ kind, name }) => `${kind} ${name}`}
        empty={
          filters.active ? (
            <EmptyState
              title="No object matches"
              description="Nothing in the tree has all of these."
              action={{ title: 'Clear the filters', onClick: filters.clear }}
            />
          ) : (
            <EmptyState
              title="Nothing is there yet"
              description="Once the claim is on the hub, the objects that it is made of are listed here."
            />
          )
        }
      />
    </Stack>
  );
}
