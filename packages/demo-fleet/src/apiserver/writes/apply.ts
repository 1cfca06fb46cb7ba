import { serverSideApply } from '../fields/serverSideApply';
import type { ApiContext } from '../http/ApiContext';
import { readObject } from '../http/readBody';
import { isTrue } from '../http/ResourceRequest';
import { badRequest, invalid } from '../statusErrors';
import { loadObject } from '../storage/StoredObject';
import { asObject } from './asObject';
import { asUpdate } from './asUpdate';
import { asNew } from './create';
import { find } from './existing';
import { finishWrite } from './finishWrite';

/** Server-side apply, which creates what is not there. */
export async function apply(context: ApiContext): Promise<void> {
  const { cluster, definition, query, target, type } = context;
  const manager = query.get('fieldManager');
  if (!manager) {
    throw invalid(
      'PatchOptions',
      { group: 'meta.k8s.io', plural: 'PatchOptions', name: '' },
      'fieldManager',
      'Required value: is required for apply patch',
    );
  }
  const document = await readObject(context.request);
  if (!document.apiVersion || !document.kind) {
    throw badRequest('an apply patch must name its apiVersion and kind');
  }
  const wanted = asObject(context, document);
  if (wanted.metadata.managedFields) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const previous = find(context);
  const before = previous && loadObject(previous, type);
  const ownPart = target.subresource === 'status' ? 'status' : undefined;
  const { object, owners } = serverSideApply(
    before,
    before ? wanted : asNew(context, wanted),
    previous?.owners ?? [],
    { manager, subresource: ownPart, force: isTrue(query.get('force')) },
    cluster.ownershipContext(definition),
  );
  const after = before ? asUpdate(context, before, object) : object;
  await finishWrite(context, { previous, before, after, owners });
}
