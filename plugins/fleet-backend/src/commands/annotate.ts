import type { CommandPatch } from './Command';

/** A patch that sets annotations, or removes those that are `null`, and whatever `spec` says. */
export function annotate(
  object: CommandPatch['object'],
  annotations: Record<string, string | null>,
  spec?: object,
): CommandPatch {
  const { apiVersion, kind, namespace, name } = object;
  return {
    object: { apiVersion, kind, namespace, name },
    patch: { metadata: { annotations }, ...(spec && { spec }) },
  };
}
