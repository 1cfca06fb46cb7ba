import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetEnvironmentPicker } from './FleetEnvironmentPicker';
import { FleetEnvironmentPickerSchema } from './schema';
import { validateEnvironment } from './validateEnvironment';

/** `ui:field: FleetEnvironmentPicker`. */
export const field = createFormField({
  name: 'FleetEnvironmentPicker',
  component: FleetEnvironmentPicker,
  validation: validateEnvironment,
  schema: FleetEnvironmentPickerSchema,
});
