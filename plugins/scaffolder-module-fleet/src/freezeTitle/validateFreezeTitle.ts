import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { notOffered } from '../shared/notOffered';
import { textAt } from '../shared/valueAt';

/** A new freeze is called like no other; one that is changed or ended has to be there. @public */
export const validateFreezeTitle: CustomFieldValidator<
  string,
  { deedField?: string }
> = async (value, field, context) => {
  if (!value) {
    return;
  }
  const { deedField = 'deed' } = context.uiSchema?.['ui:options'] ?? {};
  const isNew = textAt(context.formData, deedField) === 'add';
  const { titles, path } = await fleetOf(context).promotions.freezes();
  // Of several files, the template says which one it is about.
  if (!path) {
    return;
  }
  const problem = isNew
    ? titles.includes(value) &&
      `There is a freeze called '${value}' already: change that one, or give this one a title of its own`
    : notOffered(value, titles, 'freeze');
  if (problem) {
    field.addError(problem);
  }
};
