import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';

/** Only addons that the platform offers will do. @public */
export const validateAddons: CustomFieldValidator<string[]> = async (
  value = [],
  field,
  context,
) => {
  const { addons } = await fleetOf(context).claims.offers();
  const names = addons.map(({ name }) => name);
  for (const chosen of value) {
    const problem = notOffered(chosen, names, 'addon');
    if (problem) {
      field.addError(problem);
    }
  }
};
