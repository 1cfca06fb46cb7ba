import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetRegionPicker } from './FleetRegionPicker';
import { FleetRegionPickerSchema } from './schema';
import { validateRegion } from './validateRegion';

/** `ui:field: FleetRegionPicker`. */
export const field = createFormField({
  name: 'FleetRegionPicker',
  component: FleetRegionPicker,
  validation: validateRegion,
  schema: FleetRegionPickerSchema,
});
