import type { Claim } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Muted,
  Notice,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { NodeGroupValue } from './schema';
import { toValue } from './usePresentGroups';

/** What a cluster has now, and the way back to it. */
export function PresentGroups(props: {
  cluster: string;
  claim: Claim | undefined;
  onChange(groups: NodeGroupValue[]): void;
}) {
  const { cluster, claim, onChange } = props;
  const present = claim?.nodeGroups ?? [];
  if (present.length === 0) {
    return (
      <Notice severity="warning">
        {claim
          ? `The claim of ${cluster} names no groups.`
          : `No claim that you may see made ${cluster}, so what it has is not known.`}
      </Notice>
    );
  }
  return (
    <Stack direction="row" align="center" justify="between" wrap>
      <Muted>{`${cluster} has ${present.map(describe).join(', ')}.`}</Muted>
      <ActionButton size="small" onClick={() => onChange(toValue(present))}>
        Begin again with these
      </ActionButton>
    </Stack>
  );
}

function describe(group: NonNullable<Claim['nodeGroups']>[number]): string {
  const { name, instanceType, minSize, maxSize } = group;
  const size =
    minSize === undefined && maxSize === undefined
      ? undefined
      : `${minSize ?? '?'} to ${maxSize ?? '?'} nodes`;
  const rest = [instanceType, size].filter(Boolean).join(', ');
  return rest ? `${name} (${rest})` : name;
}
