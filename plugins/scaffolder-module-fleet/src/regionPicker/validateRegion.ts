import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';
import { ofProvider } from '../shared/ofProvider';
import { textAt } from '../shared/valueAt';

/** Only a region of the chosen cloud will do, where the platform names any. @public */
export const validateRegion: CustomFieldValidator<
  string,
  { providerField?: string }
> = async (value, field, context) => {
  const { regions } = await fleetOf(context).claims.offers();
  const { providerField } = context.uiSchema?.['ui:options'] ?? {};
  const provider = textAt(context.formData, providerField);
  const names = ofProvider(regions, provider).map(({ name }) => name);
  const problem = notOffered(
    value,
    names,
    provider ? `region of ${provider}` : 'region',
  );
  if (problem) {
    field.addError(problem);
  }
};
