import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetAdoption } from './FleetAdoption';
import { FleetAdoptionSchema } from './schema';

/** `ui:field: FleetAdoption`. */
export const field = createFormField({
  name: 'FleetAdoption',
  component: FleetAdoption,
  schema: FleetAdoptionSchema,
});
