import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  ActionButton,
  Columns,
  FieldGroup,
  LineInput,
  PickerInput,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { nodeGroupProblems } from './nodeGroupProblems';
import type { NodeGroupValue } from './schema';
import { TaintList } from './TaintList';

/** One group of nodes. */
export function NodeGroupEditor(props: {
  group: NodeGroupValue;
  others: readonly NodeGroupValue[];
  instanceTypes: ClaimOffers['instanceTypes'];
  loading: boolean;
  onChange(group: NodeGroupValue): void;
  onRemove(): void;
}) {
  const { group, others, instanceTypes, loading, onChange, onRemove } = props;
  const problems = nodeGroupProblems(group, others);
  const change = (changed: Partial<NodeGroupValue>) =>
    onChange({ ...group, ...changed });
  const { taints = [], ...rest } = group;

  return (
    <FieldGroup title={group.name || 'New group'} framed>
      <Stack>
        <Columns min={160} gap={2}>
          <LineInput
            label="Name"
            value={group.name}
            onChange={name => change({ name })}
            error={problems.name}
            size="small"
            required
          />
          <PickerInput
            label="Instance type"
            value={group.instanceType}
            onChange={instanceType => change({ instanceType })}
            options={instanceTypes.map(type => ({
              value: type.name,
              detail: sizeOf(type),
            }))}
            loading={loading}
            freeText={!loading && instanceTypes.length === 0}
            size="small"
          />
          <LineInput
            label="Nodes at least"
            type="number"
            value={textOf(group.minSize)}
            onChange={text => change({ minSize: numberOf(text) })}
            error={problems.minSize}
            size="small"
          />
          <LineInput
            label="Nodes at most"
            type="number"
            value={textOf(group.maxSize)}
            onChange={text => change({ maxSize: numberOf(text) })}
            error={problems.maxSize}
            size="small"
          />
        </Columns>
        <TaintList
          taints={taints}
          problems={problems.taints}
          onChange={next =>
            onChange(next.length > 0 ? { ...rest, taints: next } : rest)
          }
        />
        <div>
          <ActionButton size="small" onClick={onRemove}>
            Remove this group
          </ActionButton>
        </div>
      </Stack>
    </FieldGroup>
  );
}

function sizeOf({
  cpu,
  memoryGib,
}: ClaimOffers['instanceTypes'][number]): string {
  return [cpu && `${cpu} CPU`, memoryGib && `${memoryGib} GiB`]
    .filter(Boolean)
    .join(', ');
}

function textOf(size: number | undefined): string {
  return size === undefined ? '' : String(size);
}

function numberOf(text: string): number | undefined {
  return text === '' ? undefined : Number(text);
}
