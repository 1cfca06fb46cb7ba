import type { ClaimError } from '../ClaimFinding';
import { pathTo } from './pathTo';

const deepest = 50;
const mostValues = 10_000;

/** Names that are not of the object but of what all objects are made of. */
const reservedNames = ['__proto__', 'constructor', 'prototype'];

/** Why a manifest is not looked at any closer: it is no claim that anybody means. */
export function checkBounds(manifest: object): ClaimError[] {
  let values = 0;
  const open = [{ path: '', value: manifest as unknown, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value, depth } = next;
    values += 1;
    if (values > mostValues) {
      return [
        { path: '', message: `has more than ${mostValues} values in it` },
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
