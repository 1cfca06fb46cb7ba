import type { ClaimError } from '../ClaimFinding';
import { pathTo } from './pathTo';

const deepest = 50;
const mostValues = 10_000;
/** Of all texts and names together; an API server takes little more. */
const mostCharacters = 1_000_000;

/** Names that are not of the object but of what all objects are made of. */
const reservedNames = ['__proto__', 'constructor', 'prototype'];

/** Why a manifest is not looked at any closer: it is no claim that anybody means. */
export function checkBounds(manifest: object): ClaimError[] {
  let values = 0;
  let characters = 0;
  const open = [{ path: '', value: manifest as unknown, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value, depth } = next;
    values += 1;
    if (values > mostValues) {
      return [
        { path: '', message: `has more than ${mostValues} values in it` },
      ];
    }
    characters += typeof value === 'string' ? value.length : 0;
    if (characters > mostCharacters) {
      return [
        {
          path: '',
          message: `has more than ${mostCharacters} characters in it`,
        },
      ];
    }
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (depth === deepest) {
      const start = path.slice(0, 80);
      return [
        { path: `${start}…`, message: `is nested more than ${deepest} deep` },
      ];
    }
    for (const [name, member] of Object.entries(value)) {
      characters += name.length;
      if (reservedNames.includes(name)) {
        return [
          { path: pathTo(path, name), message: 'is not a name for a field' },
        ];
      }
      open.push({
        path: pathTo(path, Array.isArray(value) ? Number(name) : name),
        value: member,
        depth: depth + 1,
      });
    }
  }
  return [];
}
