import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetClaimSpec } from './FleetClaimSpec';
import { FleetClaimSpecSchema } from './schema';
import { validateClaimSpec } from './validateClaimSpec';

/** `ui:field: FleetClaimSpec`. */
export const field = createFormField({
  name: 'FleetClaimSpec',
  component: FleetClaimSpec,
  validation: validateClaimSpec,
  schema: FleetClaimSpecSchema,
});
