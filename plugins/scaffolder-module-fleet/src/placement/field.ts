import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetPlacement } from './FleetPlacement';
import { FleetPlacementSchema } from './schema';
import { validatePlacement } from './validatePlacement';

/** `ui:field: FleetPlacement`. */
export const field = createFormField({
  name: 'FleetPlacement',
  component: FleetPlacement,
  validation: validatePlacement,
  schema: FleetPlacementSchema,
});
