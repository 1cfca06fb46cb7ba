import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';

/** What a rule is tried out with, where it is about the other part alone. */
const sound = { cron: '0 18 * * 5', duration: '1h' };

/** Only what the fleet's backend takes of a file of freezes will do. @public */
export const validateFreezeRule: CustomFieldValidator<
  string,
  { part: 'cron' | 'duration' }
> = async (value, field, context) => {
  const part = context.uiSchema?.['ui:options']?.part;
  if (!value || !part) {
    return;
  }
  const entry = {
    title: 'Tried out',
    reason: 'Tried out',
    environments: ['*'],
    ...sound,
    [part]: value,
  };
  // JSON is YAML.
  const { problems } = await fleetOf(context).promotions.checkFreezes(
    JSON.stringify({ freezes: [entry] }),
  );
  for (const problem of problems) {
    const [, words = problem] =
      /column \d+: (?:\w+ )?(.*)/s.exec(problem) ?? [];
    field.addError(`${part === 'duration' ? `'${value}' ` : ''}${words}`);
  }
};
