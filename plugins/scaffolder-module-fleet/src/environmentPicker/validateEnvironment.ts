import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';

/** Only an environment of the fleet will do. @public */
export const validateEnvironment: CustomFieldValidator<string> = async (
  value,
  field,
  context,
) => {
  const { environments } = await fleetOf(context).claims.offers();
  const names = environments.map(({ name }) => name);
  const problem = notOffered(value, names, 'environment');
  if (problem) {
    field.addError(problem);
  }
};
