import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { YamlEdit } from '@fleetcommander/backstage-plugin-fleet-node';
import type { ChangedValue } from '../text/pullRequestBody';
import type { ClusterClaimFields } from './ClaimSettings';
import { nodeGroupsOf } from './nodeGroupsOf';
import type { Manifest } from './readManifests';
import { valueAt } from './valueAt';
import type { WantedClaim } from './WantedClaim';

/** A value of a claim that changes. */
export interface ClaimEdit {
  edit: YamlEdit;
  told: ChangedValue;
}

const groupKeys = ['instanceType', 'minSize', 'maxSize', 'taints'] as const;

/** What has to change in a claim so that it is as wanted; in an order in which no edit moves what a later one names. */
export function editsOf(
  manifest: Manifest,
  fields: ClusterClaimFields,
  wanted: WantedClaim,
): ClaimEdit[] {
  return [
    ...versionEdits(manifest, fields, wanted),
    ...groupEdits(manifest, fields, wanted),
    ...addonEdits(manifest, fields, wanted),
  ];
}

function versionEdits(
  manifest: Manifest,
  { version: path }: ClusterClaimFields,
  { version }: WantedClaim,
): ClaimEdit[] {
  const from = valueAt(manifest, path);
  return version === undefined || String(from) === version
    ? []
    : [
        {
          edit: { op: 'set', path, value: version },
          told: told(path.join('.'), from, version),
        },
      ];
}

function groupEdits(
  manifest: Manifest,
  { nodeGroups: path }: ClusterClaimFields,
  {
    nodeGroups = [],
    removeNodeGroups = [],
    onlyTheseNodeGroups = false,
  }: WantedClaim,
): ClaimEdit[] {
  const groups = nodeGroupsOf(manifest, path);
  const names = groups.map(({ name }) => name);
  if (onlyTheseNodeGroups && nodeGroups.length === 0) {
    throw new InputError(
      'nodeGroups: none are named, and a cluster needs nodes: name all that it is to have',
    );
  }
  const unknown = removeNodeGroups.filter(name => !names.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      `removeNodeGroups: there is no node group ${unknown.join(', ')}: there ${
        names.length > 0 ? `are ${names.join(', ')}` : 'are none'
      }`,
    );
  }
  const wanted = nodeGroups.map(({ name }) => name);
  const twice = wanted.find(
    (name, index) =>
      wanted.indexOf(name) !== index || removeNodeGroups.includes(name),
  );
  if (twice !== undefined) {
    throw new InputError(
      `nodeGroups: ${twice} is named twice, or also in removeNodeGroups`,
    );
  }

  const changed = nodeGroups
    .filter(({ name }) => names.includes(name))
    .flatMap(group => {
      const index = names.indexOf(group.name);
      return groupKeys
        .filter(
          key =>
            group[key] !== undefined && !isSame(group[key], groups[index][key]),
        )
        .map(key => ({
          edit: {
            op: 'set' as const,
            path: [...path, index, key],
            value: plainOf(group[key]),
          },
          told: told(
            `${path.join('.')}[${group.name}].${key}`,
            groups[index][key],
            group[key],
          ),
        }));
    });
  const added = nodeGroups
    .filter(({ name }) => !names.includes(name))
    .map(group => ({
      edit: { op: 'insert' as const, path, value: plainOf(group) },
      told: told(`${path.join('.')}[${group.name}]`, undefined, group),
    }));
  const removed = names
    .filter(
      name =>
        removeNodeGroups.includes(name) ||
        (onlyTheseNodeGroups && !wanted.includes(name)),
    )
    .map(name => names.indexOf(name))
    .sort((one, other) => other - one)
    .map(index => ({
      edit: { op: 'delete' as const, path: [...path, index] },
      told: told(
        `${path.join('.')}[${names[index]}]`,
        groups[index],
        undefined,
      ),
    }));
  return [...changed, ...added, ...removed];
}

function addonEdits(
  manifest: Manifest,
  { addons: path }: ClusterClaimFields,
  { addons }: WantedClaim,
): ClaimEdit[] {
  if (addons === undefined) {
    return [];
  }
  const value = valueAt(manifest, path);
  const there = Array.isArray(value) ? value.map(String) : [];
  const field = path.join('.');
  return [
    ...addons
      .filter((addon, index) => addons.indexOf(addon) === index)
      .filter(addon => !there.includes(addon))
      .map(addon => ({
        edit: { op: 'insert' as const, path, value: addon },
        told: told(`${field}[]`, undefined, addon),
      })),
    ...there
      .map((addon, index) => ({ addon, index }))
      .filter(({ addon }) => !addons.includes(addon))
      .reverse()
      .map(({ addon, index }) => ({
        edit: { op: 'delete' as const, path: [...path, index] },
        told: told(`${field}[]`, addon, undefined),
      })),
  ];
}

/** Without what is undefined. */
function plainOf(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value));
}

/** No taints and an empty list of them are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plainOf(one ?? []), plainOf(other ?? []));
}

function told(path: string, from: unknown, to: unknown): ChangedValue {
  return { path, from: shown(from), to: shown(to) };
}

function shown(value: unknown): string | undefined {
  return typeof value === 'object' ? JSON.stringify(value) : value?.toString();
}
