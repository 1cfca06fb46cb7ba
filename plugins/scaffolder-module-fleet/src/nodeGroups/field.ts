import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetNodeGroups } from './FleetNodeGroups';
import { FleetNodeGroupsSchema } from './schema';
import { validateNodeGroups } from './validateNodeGroups';

/** `ui:field: FleetNodeGroups`. */
export const field = createFormField({
  name: 'FleetNodeGroups',
  component: FleetNodeGroups,
  validation: validateNodeGroups,
  schema: FleetNodeGroupsSchema,
});
