import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of `FleetTimeZonePicker`. @public */
export const FleetTimeZonePickerSchema = makeFieldSchema({
  output: z => z.string().describe('A time zone by its name: Europe/Berlin'),
});
