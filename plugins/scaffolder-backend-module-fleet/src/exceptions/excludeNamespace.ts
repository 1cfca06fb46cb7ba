import { InputError } from '@backstage/errors';
import {
  editYaml,
  exclusionNoteKey,
  readExclusionNote,
  writeExclusionNote,
  type YamlEdit,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { readManifests } from '../claims/readManifests';
import { valueAt } from '../claims/valueAt';
import { checkExpiry } from './checkExpiry';
import type { ExceptionWords } from './ExceptionWords';

/** Where a constraint of Gatekeeper names the namespaces that it leaves alone. */
const excluded = ['spec', 'match', 'excludedNamespaces'];

/**
 * The text of a constraint of Gatekeeper that leaves a namespace alone, longer, or no more. Gatekeeper has no exceptions of its own, so
 * who asked for it, why and until when stand in an annotation of the constraint.
 */
export function excludeNamespace(
  path: string,
  text: string,
  change: {
    change: 'request' | 'extend' | 'retire';
    namespace: string;
    words: ExceptionWords;
  },
): string {
  const { namespace, words } = change;
  const constraints = readManifests(path, text).filter(({ apiVersion }) =>
    apiVersion.startsWith('constraints.gatekeeper.sh/'),
  );
  const [constraint] = constraints;
  if (constraints.length !== 1) {
    throw new InputError(
      `${path} has to hold one constraint of Gatekeeper, and holds ${constraints.length}`,
    );
  }
  const there = valueAt(constraint, excluded) ?? [];
  const index = Array.isArray(there) ? there.indexOf(namespace) : -1;
  const name = `${constraint.kind} ${constraint.metadata.name}`;
  const annotation = ['metadata', 'annotations', exclusionNoteKey(namespace)];
  const edits: YamlEdit[] = [];
  if (change.change === 'request') {
    if (index >= 0) {
      throw new InputError(
        `namespace: ${name} leaves ${namespace} alone already`,
      );
    }
    edits.push({ op: 'insert', path: excluded, value: namespace });
  } else if (index < 0) {
    throw new InputError(
      `namespace: ${name} does not leave ${namespace} alone, so there is nothing to ${change.change}`,
    );
  }
  if (change.change === 'retire') {
    edits.push({ op: 'delete', path: [...excluded, index] });
    if (valueAt(constraint, annotation) !== undefined) {
      edits.push({ op: 'delete', path: annotation });
    }
  } else {
    const { expires = '', reason } = words;
    checkExpiry(expires);
    const note = readExclusionNote(String(valueAt(constraint, annotation)));
    edits.push({
      op: 'set',
      path: annotation,
      value: writeExclusionNote({
        until: expires,
        owner: words.owner || note?.owner,
        reason,
      }),
    });
  }
  const { apiVersion, kind, metadata } = constraint;
  return editYaml(text, edits, {
    document: { apiVersion, kind, name: metadata.name },
  }).text;
}
