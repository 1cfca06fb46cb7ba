import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetLocalTime } from './FleetLocalTime';
import { FleetLocalTimeSchema } from './schema';
import { validateLocalTime } from './validateLocalTime';

/** `ui:field: FleetLocalTime`. */
export const field = createFormField({
  name: 'FleetLocalTime',
  component: FleetLocalTime,
  validation: validateLocalTime,
  schema: FleetLocalTimeSchema,
});
