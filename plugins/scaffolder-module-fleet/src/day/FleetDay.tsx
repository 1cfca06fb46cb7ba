import { DayInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { fieldLook } from '../shared/fieldLook';
import type { FleetDaySchema } from './schema';

/** A day to come. */
export function FleetDay(props: typeof FleetDaySchema.TProps) {
  const { formData, onChange } = props;
  return (
    <DayInput
      {...fieldLook(props, { title: 'Day' })}
      value={formData}
      onChange={onChange}
    />
  );
}
