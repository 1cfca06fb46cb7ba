import { isBuiltInGroup } from '../builtInGroups';
import { updateOwners } from '../fields/updateOwners';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { readDocument } from '../http/readBody';
import { invalid } from '../statusErrors';
import { asObject } from './asObject';
import { asUpdate } from './asUpdate';
import { existing } from './existing';
import { finishWrite } from './finishWrite';
import { managerOf } from './writeOptions';

/** PUT of an object or of its status. */
export async function replace(context: ApiContext): Promise<void> {
  const { cluster, definition, target } = context;
  const sent = asObject(context, await readDocument(context.request));
  const { previous, before } = existing(context);
  if (!isBuiltInGroup(definition.group) && !sent.metadata.resourceVersion) {
    throw invalid(
      definition.plural,
      subjectOf(context),
      'metadata.resourceVersion',
      'Invalid value: 0: must be specified for an update',
    );
  }
  const after = asUpdate(context, before, sent);
  const owners = updateOwners(
    previous.owners,
    before,
    after,
    {
      manager: managerOf(context),
      subresource: target.subresource === 'status' ? 'status' : undefined,
    },
    cluster.ownershipContext(definition),
  );
  await finishWrite(context, { previous, before, after, owners });
}
