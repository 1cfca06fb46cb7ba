import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetAddons } from './FleetAddons';
import { FleetAddonsSchema } from './schema';
import { validateAddons } from './validateAddons';

/** `ui:field: FleetAddons`. */
export const field = createFormField({
  name: 'FleetAddons',
  component: FleetAddons,
  validation: validateAddons,
  schema: FleetAddonsSchema,
});
