import { InputError } from '@backstage/errors';
import type { LabelRequirement } from '../../store/FleetQueryStore';

const name = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** Reads a label selector as Kubernetes writes it, equality and set-based. Throws InputError that names the part that is none. */
export function parseLabelSelector(selector: string): LabelRequirement[] {
  return selector.split(/,(?![^()]*\))/).map(text => {
    const requirement = parseRequirement(text.trim());
    if (!requirement || !isValid(requirement)) {
      throw new InputError(
        `${JSON.stringify(
          text,
        )} is not part of a label selector: write key=value, key!=value, key in (a, b), key notin (a, b), key or !key, joined by commas.`,
      );
    }
    return requirement;
  });
}

function parseRequirement(text: string): LabelRequirement | undefined {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    return {
      key: set[1],
      operator: set[2] === 'in' ? 'In' : 'NotIn',
      values: set[3].split(',').map(value => value.trim()),
    };
  }
  const equality = /^([^=!]+)(==|=|!=)([^=!]*)$/.exec(text);
  if (equality) {
    return {
      key: equality[1].trim(),
      operator: equality[2] === '!=' ? 'NotIn' : 'In',
      values: [equality[3].trim()],
    };
  }
  return text.startsWith('!')
    ? { key: text.slice(1).trim(), operator: 'DoesNotExist' }
    : { key: text, operator: 'Exists' };
}

function isValid(requirement: LabelRequirement): boolean {
  const values = 'values' in requirement ? requirement.values : [];
  return (
    isKey(requirement.key) &&
    values.every(value => value === '' || name.test(value))
  );
}

function isKey(key: string): boolean {
  const parts = key.split('/');
  return parts.length <= 2 && parts.every(part => name.test(part));
}
