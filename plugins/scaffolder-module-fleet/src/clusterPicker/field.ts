import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetClusterPicker } from './FleetClusterPicker';
import { FleetClusterPickerSchema } from './schema';
import { validateCluster } from './validateCluster';

/** `ui:field: FleetClusterPicker`. */
export const field = createFormField({
  name: 'FleetClusterPicker',
  component: FleetClusterPicker,
  validation: validateCluster,
  schema: FleetClusterPickerSchema,
});
