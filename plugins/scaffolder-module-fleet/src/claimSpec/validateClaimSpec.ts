import type { JsonObject } from '@backstage/types';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { fleetOf } from '../shared/fleetOf';
import { textAt } from '../shared/valueAt';
import { findClaimKind } from './findClaimKind';
import type { ClaimSpecOptions } from './schema';

/** Has the hub's schema say what is wrong with a spec. @public */
export const validateClaimSpec: CustomFieldValidator<
  Record<string, unknown>,
  ClaimSpecOptions
> = async (spec, field, context) => {
  const fleet = fleetOf(context);
  const options = context.uiSchema?.['ui:options'];
  if (!options?.kind) {
    field.addError('The template does not say which kind: set ui:options.kind');
    return;
  }
  const { kind, hub, omit = [], nameField } = options;
  const claimKind = await findClaimKind(fleet, { kind, hub });
  const namespace =
    textAt(context.formData, options.namespaceField) ?? options.namespace;
  const { errors } = await fleet.claims.validate({
    cluster: claimKind.cluster,
    manifest: {
      apiVersion: claimKind.apiVersion,
      kind: claimKind.kind,
      metadata: {
        name: textAt(context.formData, nameField) ?? '',
        ...(namespace && { namespace }),
      },
      spec: (spec ?? {}) as JsonObject,
    },
  });
  for (const { path, message } of errors) {
    if (isAskedHere(path, omit)) {
      field.addError(`${path} ${message}`);
    }
  }
};

/** The rest of the claim is for other fields and steps to fill in. */
function isAskedHere(path: string, omit: readonly string[]): boolean {
  const [top, fieldName] = path.split(/[.[]/);
  return top === 'spec' && !omit.includes(fieldName);
}
