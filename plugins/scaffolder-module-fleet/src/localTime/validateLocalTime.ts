import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { textAt } from '../shared/valueAt';
import { instantIn } from './instantIn';

/** Only what a clock can show will do, after what another field says where it names one. @public */
export const validateLocalTime: CustomFieldValidator<
  string,
  { afterField?: string }
> = (value, field, { formData, uiSchema }) => {
  if (!value) {
    return;
  }
  if (!instantIn(value, 'UTC')) {
    field.addError(`'${value}' is not a time: write it as 2026-11-27T18:00`);
    return;
  }
  const { afterField } = uiSchema?.['ui:options'] ?? {};
  const begin = textAt(formData, afterField);
  // By the same clock, so that they are in the order of their letters.
  if (begin && instantIn(begin, 'UTC') && value <= begin) {
    field.addError(
      `This is not after ${begin.replace('T', ' ')}, when it begins`,
    );
  }
};
