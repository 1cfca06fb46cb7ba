import {
  ActionButton,
  LineInput,
  SelectInput,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { NodeGroupValue } from './schema';

type Taint = NonNullable<NodeGroupValue['taints']>[number];

const effects = {
  NoSchedule: 'no new pods',
  PreferNoSchedule: 'rather no new pods',
  NoExecute: 'no pods',
};

/** What keeps pods away from a group of nodes. */
export function TaintList(props: {
  taints: readonly Taint[];
  problems?: Readonly<Record<number, string>>;
  onChange(taints: Taint[]): void;
}) {
  const { taints, problems = {}, onChange } = props;
  const change = (index: number, changed: Partial<Taint>) =>
    onChange(
      taints.map((taint, at) =>
        at === index ? { ...taint, ...changed } : taint,
      ),
    );
  return (
    <Stack gap={1}>
      {taints.map((taint, index) => (
        <Stack key={index} direction="row" gap={1} align="start">
          <LineInput
            label="Taint"
            value={taint.key}
            onChange={key => change(index, { key })}
            error={problems[index]}
            size="small"
            required
          />
          <LineInput
            label="Value"
            value={taint.value ?? ''}
            onChange={value => change(index, { value: value || undefined })}
            size="small"
          />
          <SelectInput
            label="Lets in"
            options={effects}
            value={taint.effect}
            onChange={effect =>
              change(index, { effect: effect as Taint['effect'] })
            }
            size="small"
          />
          <ActionButton
            onClick={() => onChange(taints.filter((_, at) => at !== index))}
          >
            Remove
          </ActionButton>
        </Stack>
      ))}
      <div>
        <ActionButton
          size="small"
          onClick={() =>
            onChange([...taints, { key: '', effect: 'NoSchedule' }])
          }
        >
          Add a taint
        </ActionButton>
      </div>
    </Stack>
  );
}
