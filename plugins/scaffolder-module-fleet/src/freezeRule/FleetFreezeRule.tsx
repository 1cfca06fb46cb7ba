import { LineInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { fieldLook } from '../shared/fieldLook';
import type { FleetFreezeRuleSchema } from './schema';

/** When a freeze that recurs begins, or how long each takes, in the words of its file. */
export function FleetFreezeRule(props: typeof FleetFreezeRuleSchema.TProps) {
  const { formData, onChange } = props;
  const { invalid: _, ...look } = fieldLook(props, {
    title: 'Again and again',
  });
  return (
    <LineInput
      {...look}
      value={formData ?? ''}
      onChange={text => onChange(text || undefined)}
    />
  );
}
