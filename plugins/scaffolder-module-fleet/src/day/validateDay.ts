import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

const dayMs = 24 * 60 * 60_000;

/** A day, by UTC, that is not over, and no further away than the field allows. @public */
export const validateDay: CustomFieldValidator<
  string,
  { mostDays?: number }
> = (value, field, { uiSchema }) => {
  if (!value) {
    return;
  }
  const end = Date.parse(`${value}T23:59:59Z`);
  const { mostDays = Infinity } = uiSchema?.['ui:options'] ?? {};
  if (Number.isNaN(end)) {
    field.addError(`'${value}' is not a day: write it as 2026-11-27`);
  } else if (end <= Date.now()) {
    field.addError(`${value} is over already`);
  } else if (end > Date.now() + mostDays * dayMs) {
    field.addError(`${value} is more than ${mostDays} days away`);
  }
};
