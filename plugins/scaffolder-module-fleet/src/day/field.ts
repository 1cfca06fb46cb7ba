import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetDay } from './FleetDay';
import { FleetDaySchema } from './schema';
import { validateDay } from './validateDay';

/** `ui:field: FleetDay`. */
export const field = createFormField({
  name: 'FleetDay',
  component: FleetDay,
  validation: validateDay,
  schema: FleetDaySchema,
});
