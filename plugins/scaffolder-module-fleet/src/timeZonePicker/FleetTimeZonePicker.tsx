import { PickerInput } from '@fleetcommander/backstage-plugin-fleet-react';
import { useEffect } from 'react';
import { fieldLook } from '../shared/fieldLook';
import type { FleetTimeZonePickerSchema } from './schema';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A time zone by its name; the viewer's own, until another is chosen. */
export function FleetTimeZonePicker(
  props: typeof FleetTimeZonePickerSchema.TProps,
) {
  const { formData, onChange } = props;
  useEffect(() => {
    if (formData === undefined) {
      onChange(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    }
    // Once: who empties it wants another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <PickerInput
      {...fieldLook(props, { title: 'Time zone' })}
      value={formData}
      onChange={onChange}
      options={[...new Set(zones)].map(value => ({ value }))}
    />
  );
}
