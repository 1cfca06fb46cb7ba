import type { OverlayFiles } from '@fleetcommander/backstage-plugin-fleet-node';
import { isMap, isScalar, type Node } from 'yaml';
import { readDocuments } from '../../claims/git/readDocuments';

/**
 * What the objects of an overlay say of the entity they belong to, by key: their labels and annotations, and those that a kustomization
 * gives them. A key that says one thing here and another there says nothing.
 */
export function proofsIn(
  files: OverlayFiles,
  proofKeys: readonly string[],
): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const text of Object.values(files)) {
    if (!proofKeys.some(key => text.includes(key))) {
      continue;
    }
    const read = readDocuments(text);
    for (const { contents } of 'documents' in read ? read.documents : []) {
      for (const pairs of labelMaps(contents)) {
        for (const key of proofKeys) {
          const value = isMap(pairs) ? pairs.get(key) : undefined;
          if (typeof value === 'string' && value) {
            found.set(key, (found.get(key) ?? new Set()).add(value));
          }
        }
      }
    }
  }
  return Object.fromEntries(
    [...found].flatMap(([key, values]) =>
      values.size === 1 ? [[key, [...values][0]]] : [],
    ),
  );
}

function labelMaps(document: Node | null): unknown[] {
  if (!isMap(document)) {
    return [];
  }
  const lists = document.get('labels');
  const pairs =
    typeof lists === 'object' && lists !== null && 'items' in lists
      ? (lists.items as unknown[]).map(item =>
          isMap(item) ? item.get('pairs') : undefined,
        )
      : [];
  const kind = document.get('kind', true);
  const isKustomization = !isScalar(kind) || kind.value === 'Kustomization';
  return [
    document.getIn(['metadata', 'labels']),
    document.getIn(['metadata', 'annotations']),
    ...(isKustomization
      ? [
          document.get('commonLabels'),
          document.get('commonAnnotations'),
          ...pairs,
        ]
      : []),
  ];
}
