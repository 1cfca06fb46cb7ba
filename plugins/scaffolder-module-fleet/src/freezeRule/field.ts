import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { FleetFreezeRule } from './FleetFreezeRule';
import { FleetFreezeRuleSchema } from './schema';
import { validateFreezeRule } from './validateFreezeRule';

/** `ui:field: FleetFreezeRule`. */
export const field = createFormField({
  name: 'FleetFreezeRule',
  component: FleetFreezeRule,
  validation: validateFreezeRule,
  schema: FleetFreezeRuleSchema,
});
