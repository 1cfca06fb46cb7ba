import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { instantIn } from './instantIn';

/** Only what a clock can show will do. @public */
export const validateLocalTime: CustomFieldValidator<string> = (
  value,
  field,
) => {
  if (value && !instantIn(value, 'UTC')) {
    field.addError(`'${value}' is not a time: write it as 2026-11-27T18:00`);
  }
};
