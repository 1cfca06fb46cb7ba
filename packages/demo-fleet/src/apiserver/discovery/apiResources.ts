import type { ResourceDefinition } from '../../types';
import { isBuiltInGroup } from '../builtInGroups';

const builtInVerbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];
const customVerbs = [
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'create',
  'update',
  'watch',
];

export const subresourceVerbs = ['get', 'patch', 'update'];

export function verbsOf({ verbs, group }: ResourceDefinition): string[] {
  return verbs ?? (isBuiltInGroup(group) ? builtInVerbs : customVerbs);
}

/** The entries of an APIResourceList. */
export function apiResources(definitions: ResourceDefinition[]): object[] {
  return definitions.flatMap(definition => {
    const { plural, singular, namespaced, kind } = definition;
    const { shortNames, categories, subresources = [] } = definition;
    return [
      {
        name: plural,
        singularName: singular,
        namespaced,
        kind,
        verbs: verbsOf(definition),
        ...(shortNames ? { shortNames } : {}),
        ...(categories ? { categories } : {}),
      },
      ...subresources.map(subresource => ({
        name: `${plural}/${subresource}`,
        singularName: '',
        namespaced,
        ...(subresource === 'scale'
          ? { group: 'autoscaling', version: 'v1', kind: 'Scale' }
          : { kind }),
        verbs: subresourceVerbs,
      })),
    ];
  });
}
