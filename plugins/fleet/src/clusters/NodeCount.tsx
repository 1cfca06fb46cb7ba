import type { NodeCounts } from '@fleetcommander/backstage-plugin-fleet-common';
import { Muted, Stack } from '@fleetcommander/backstage-plugin-fleet-react';

/** Ready nodes of all nodes, and those under pressure. */
export function NodeCount(props: { nodes?: NodeCounts }) {
  const { nodes } = props;
  if (!nodes) {
    return <Muted>not known</Muted>;
  }
  return (
    <Stack gap={0}>
      <span>
        {nodes.ready} / {nodes.total}
      </span>
      {nodes.pressure > 0 && <Muted>{nodes.pressure} under pressure</Muted>}
    </Stack>
  );
}
