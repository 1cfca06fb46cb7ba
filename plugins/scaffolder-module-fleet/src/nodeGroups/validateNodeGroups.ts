import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { nodeGroupProblems } from './nodeGroupProblems';
import type { NodeGroupValue } from './schema';

/** Groups of nodes have names of their own, and sizes that make sense. @public */
export const validateNodeGroups: CustomFieldValidator<NodeGroupValue[]> = (
  groups = [],
  field,
) => {
  groups.forEach((group, index) => {
    const { taints = {}, ...problems } = nodeGroupProblems(
      group,
      groups.filter((_, other) => other !== index),
    );
    for (const problem of [
      ...Object.values(problems),
      ...Object.values(taints),
    ]) {
      if (problem) {
        field.addError(`${group.name || `Group ${index + 1}`}: ${problem}`);
      }
    }
  });
};
