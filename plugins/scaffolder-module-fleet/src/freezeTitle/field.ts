import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetFreezeTitle } from './FleetFreezeTitle';
import { FleetFreezeTitleSchema } from './schema';
import { validateFreezeTitle } from './validateFreezeTitle';

/** `ui:field: FleetFreezeTitle`. */
export const field = createFormField({
  name: 'FleetFreezeTitle',
  component: FleetFreezeTitle,
  validation: validateFreezeTitle,
  schema: FleetFreezeTitleSchema,
});
