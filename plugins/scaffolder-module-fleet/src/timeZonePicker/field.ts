import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetTimeZonePicker } from './FleetTimeZonePicker';
import { FleetTimeZonePickerSchema } from './schema';

/** `ui:field: FleetTimeZonePicker`. */
export const field = createFormField({
  name: 'FleetTimeZonePicker',
  component: FleetTimeZonePicker,
  schema: FleetTimeZonePickerSchema,
});
