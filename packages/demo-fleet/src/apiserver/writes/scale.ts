import type { KubernetesObject } from '../../types';
import { isPlainObject } from '../fields/fieldsOfValue';
import { updateOwners } from '../fields/updateOwners';
import { subjectOf, type ApiContext } from '../http/ApiContext';
import { readObject } from '../http/readBody';
import { respondJson } from '../http/respond';
import { mergePatch } from '../mergePatch';
import { invalid, methodNotAllowed } from '../statusErrors';
import { loadObject } from '../storage/StoredObject';
import { existing } from './existing';
import { storeChange } from './finishWrite';
import { managerOf } from './writeOptions';

/** The scale subresource: reads and sets replicas and nothing else. */
export async function scale(context: ApiContext): Promise<void> {
  const { verb } = context.target;
  const { previous, before } = existing(context);
  if (verb === 'get') {
    await respondScale(context, before);
    return;
  }
  if (verb !== 'patch' && verb !== 'update') {
    throw methodNotAllowed();
  }
  const body = await readObject(context.request);
  const wanted = mergePatch(scaleOf(before), body);
  const replicas =
    isPlainObject(wanted) && isPlainObject(wanted.spec)
      ? wanted.spec.replicas
      : undefined;
  if (typeof replicas !== 'number' || replicas < 0) {
    throw invalid(
      'Scale',
      subjectOf(context),
      'spec.replicas',
      `Invalid value: ${JSON.stringify(
        replicas,
      )}: must be greater than or equal to 0`,
    );
  }
  const after = mergePatch(before, { spec: { replicas } }) as KubernetesObject;
  const owners = updateOwners(
    previous.owners,
    before,
    after,
    { manager: managerOf(context), subresource: 'scale' },
    context.cluster.ownershipContext(context.definition),
  );
  const stored = storeChange(context, { previous, before, after, owners });
  await respondScale(context, loadObject(stored, context.type));
}

async function respondScale(
  context: ApiContext,
  object: KubernetesObject,
): Promise<void> {
  const body = JSON.stringify(scaleOf(object));
  await respondJson(context.request, context.response, body);
}

function scaleOf({ metadata, spec, status }: KubernetesObject): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const replicasOf = (part: unknown) =>
    isPlainObject(part) ? part.replicas ?? 0 : 0;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: replicasOf(spec) },
    status: { replicas: replicasOf(status) },
  };
}
