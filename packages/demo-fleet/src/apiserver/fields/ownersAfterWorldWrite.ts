import type { KubernetesObject, WriteOptions } from '../../types';
import { withStatus } from '../withStatus';
import type { FieldsOwner } from './FieldsOwner';
import { updateOwners, type OwnershipContext } from './updateOwners';

/** The world may write spec and status in one go; they belong to different entries of managedFields all the same. */
export function ownersAfterWorldWrite(
  owners: readonly FieldsOwner[],
  before: KubernetesObject | undefined,
  after: KubernetesObject,
  options: WriteOptions,
  context: OwnershipContext & { hasStatus: boolean },
): readonly FieldsOwner[] {
  if (!context.hasStatus || options.subresource) {
    return updateOwners(owners, before, after, options, context);
  }
  const withOldStatus = withStatus(after, before?.status);
  return updateOwners(
    updateOwners(owners, before, withOldStatus, options, context),
    withOldStatus,
    after,
    { manager: options.manager, subresource: 'status' },
    context,
  );
}
