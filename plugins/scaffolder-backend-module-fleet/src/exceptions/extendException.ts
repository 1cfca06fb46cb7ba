import { InputError } from '@backstage/errors';
import {
  editYaml,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { readManifests, type Manifest } from '../claims/readManifests';
import { checkExpiry } from './checkExpiry';
import type { ExceptionWords } from './ExceptionWords';

/** The last part of the keys of annotations that people tell an end with. */
const expiryKeys = ['expires', 'expires-at', 'expiry', 'valid-until'];
const reasonKeys = ['reason', 'justification', 'description'];

/** The text of a PolicyException of Kyverno that holds until another day, for another reason. */
export function extendException(
  path: string,
  text: string,
  words: Required<Pick<ExceptionWords, 'reason' | 'expires'>>,
): string {
  const found = readManifests(path, text).filter(
    ({ kind }) => kind === 'PolicyException',
  );
  const [manifest] = found;
  if (found.length !== 1) {
    throw new InputError(
      `${path} has to hold one PolicyException, and holds ${found.length}`,
    );
  }
  const { apiVersion, kind, metadata } = manifest;
  return editYaml(text, editsOf(manifest, words), {
    document: { apiVersion, kind, name: metadata.name },
  }).text;
}

function editsOf(
  { apiVersion, metadata }: Manifest,
  { reason, expires }: { reason: string; expires: string },
): YamlEdit[] {
  const until = checkExpiry(expires);
  if (apiVersion.startsWith('policies.kyverno.io/')) {
    return [
      { op: 'set', path: ['spec', 'expiresAt'], value: until },
      { op: 'set', path: ['spec', 'properties', 'reason'], value: reason },
    ];
  }
  const annotations = (metadata.annotations ?? {}) as Record<string, unknown>;
  const keyOf = (known: readonly string[]) =>
    Object.keys(annotations).find(key =>
      known.includes(key.slice(key.lastIndexOf('/') + 1).toLowerCase()),
    ) ?? `fleetcommander.io/${known[0]}`;
  const annotate = (key: string, value: string): YamlEdit => ({
    op: 'set',
    path: ['metadata', 'annotations', key],
    value,
  });
  return [
    annotate(keyOf(expiryKeys), expires),
    annotate(keyOf(reasonKeys), reason),
  ];
}
