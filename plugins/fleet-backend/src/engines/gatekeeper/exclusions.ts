import {
  exclusionNoteKey,
  readExclusionNote,
  type KubernetesObject,
  type PolicyExceptionRecord,
  type ProjectionContext,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textMapOf, textsOf, timeOf } from '../fields';
import { recordOf } from '../recordOf';

type Said = Pick<
  PolicyExceptionRecord,
  'policies' | 'scope' | 'reason' | 'owner' | 'expiresAt'
>;

/**
 * The namespaces that a constraint leaves alone: each of which an annotation tells who asked for it, why and until when is an exception
 * by itself, as what is in that namespace; the rest are one together.
 */
export function exclusionsOf(
  object: KubernetesObject,
  context: ProjectionContext,
): PolicyExceptionRecord[] {
  const { kind, metadata } = object;
  const { excludedNamespaces } = fieldsOf(fieldsOf(object.spec).match);
  const annotations = textMapOf(metadata.annotations);
  const policies = [{ kind, name: metadata.name, rules: [] }];
  const found = [...new Set(textsOf(excludedNamespaces))].map(namespace => ({
    namespace,
    note: readExclusionNote(annotations[exclusionNoteKey(namespace)] ?? ''),
  }));
  const others = found.flatMap(({ namespace, note }) =>
    note ? [] : namespace,
  );
  return [
    ...found.flatMap(({ namespace, note }) =>
      note
        ? {
            ...exclusion(object, context, {
              policies,
              scope: everythingIn([namespace]),
              reason: note.reason,
              owner: note.owner,
              expiresAt: timeOf(`${note.until}T23:59:59Z`),
            }),
            namespace,
            // The constraint's own says whose the policy is.
            proofs: undefined,
          }
        : [],
    ),
    ...(others.length > 0
      ? [
          exclusion(object, context, {
            policies,
            scope: everythingIn(others),
          }),
        ]
      : []),
  ];
}

/** The same of the Config, for what Gatekeeper does as a whole. */
export function configExclusionsOf(
  object: KubernetesObject,
  context: ProjectionContext,
): PolicyExceptionRecord[] {
  const scopes = itemsOf(fieldsOf(object.spec).match)
    .map(fieldsOf)
    .flatMap(({ excludedNamespaces, processes }) => {
      const namespaces = textsOf(excludedNamespaces);
      const from = textsOf(processes).filter(process => process !== '*');
      return namespaces.length > 0
        ? `${everythingIn(namespaces)}, from ${
            from.join(', ') || 'all that Gatekeeper does'
          }`
        : [];
    });
  return scopes.length > 0
    ? [
        exclusion(object, context, {
          policies: [],
          scope: scopes.join('; '),
        }),
      ]
    : [];
}

function everythingIn(namespaces: readonly string[]): string {
  return `everything in namespace${
    namespaces.length > 1 ? 's' : ''
  } ${namespaces.join(', ')}`;
}

function exclusion(
  object: KubernetesObject,
  context: ProjectionContext,
  said: Said,
): PolicyExceptionRecord {
  return {
    type: 'policy-exception',
    ...recordOf('gatekeeper', object, context, {
      state: 'healthy',
      summary: `lets through ${said.scope}`,
    }),
    ...said,
    unreported: true,
  };
}
