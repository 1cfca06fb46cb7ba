import { createHash } from 'node:crypto';
import { KubernetesObject } from '../../../types';

const replaced: Record<string, string> = {
  0: 'g',
  1: 'h',
  3: 'k',
  a: 'm',
  e: 't',
};

/** What kustomize puts behind the name of a generated ConfigMap or Secret, so that another content is another object. */
export function contentHash(object: KubernetesObject): string {
  const { kind, type, data, binaryData } = object;
  // Kustomize means to hash the name as well, and finds none.
  const name = '';
  const content =
    kind === 'Secret'
      ? { data: sorted(data), kind, name, type }
      : {
          ...(binaryData ? { binaryData: sorted(binaryData) } : {}),
          data: sorted(data),
          kind,
          name,
        };
  return createHash('sha256')
    .update(encode(content))
    .digest('hex')
    .slice(0, 10)
    .replace(/[013ae]/g, character => replaced[character]);
}

function sorted(data: unknown): object | string {
  return data
    ? Object.fromEntries(
        Object.entries(data).sort(([left], [right]) => (left < right ? -1 : 1)),
      )
    : '';
}

/** JSON as Go writes it. */
function encode(content: object): string {
  return JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
