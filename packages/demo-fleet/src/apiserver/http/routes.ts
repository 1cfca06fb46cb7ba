import type { IncomingMessage, ServerResponse } from 'node:http';
import { concerns } from '../../faults/concerns';
import { failRequest } from '../../faults/failRequest';
import type { Fault } from '../../faults/Fault';
import { isBuiltInGroup } from '../builtInGroups';
import { verbsOf } from '../discovery/apiResources';
import { discover } from '../discovery/discover';
import { versionInfo } from '../discovery/versionInfo';
import { metrics } from '../metrics';
import type { SimulatedCluster } from '../SimulatedCluster';
import {
  badRequest,
  methodNotAllowed,
  noSuchResource,
  pageNotFound,
} from '../statusErrors';
import { create } from '../writes/create';
import { existing } from '../writes/existing';
import { patch } from '../writes/patch';
import { remove, removeAll } from '../writes/remove';
import { replace } from '../writes/replace';
import { scale } from '../writes/scale';
import { acceptedForm } from './acceptedForm';
import { forbidden, type Access } from './Access';
import { encodingOf, typeOfTarget, type ApiContext } from './ApiContext';
import { list } from './list';
import { parseResourceRequest, type ResourceRequest } from './ResourceRequest';
import { respondJson, respondText } from './respond';
import type { Traffic } from './Traffic';
import { watch } from './watch';
import { writeObject } from '../storage/StoredObject';

export interface ApiServerState {
  cluster: SimulatedCluster;
  access: Access;
  traffic: Traffic;
  speed: number;
  fault?: Fault;
}

/** Health answers everybody, even without a token. */
const healthPaths = new Set(['/livez', '/readyz', '/healthz']);

/** Answers one request to the API server of a cluster. */
export async function answer(
  state: ApiServerState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { cluster, access, fault } = state;
  const url = new URL(request.url ?? '/', 'http://cluster');
  const target = parseResourceRequest(request.method ?? 'GET', url);
  const definition =
    target && cluster.resources.find(target.group, target.plural);
  const isConcerned =
    fault !== undefined && concerns(fault, definition ?? target);
  if (isConcerned && (await failRequest(fault, response))) {
    return;
  }
  if (healthPaths.has(url.pathname)) {
    respondText(response, 200, 'ok');
    return;
  }
  const role = access.authenticate(request);
  if (!target) {
    await answerPath(state, request, response, url.pathname);
    return;
  }
  access.authorize(role, target);
  if (isConcerned && fault.type === 'forbidden') {
    throw forbidden(role, target);
  }
  if (!definition || !isServed(state, target)) {
    throw isBuiltInGroup(target.group) ? noSuchResource() : pageNotFound();
  }
  await answerTarget({
    request,
    response,
    query: url.searchParams,
    cluster,
    target,
    definition,
    store: cluster.storage.storeOf(definition),
    type: typeOfTarget(definition, target.version),
    metadataOnly: acceptedForm(request).metadataOnly,
    traffic: state.traffic,
    speed: state.speed,
  });
}

/** Groups as discovery tells them, without what a fault hides. */
function servedGroups({ cluster, fault }: ApiServerState) {
  const groups = cluster.resources.groups();
  if (fault?.type !== 'group-missing') {
    return groups;
  }
  return groups.filter(
    ({ versions }) =>
      !versions.some(({ resources }) =>
        resources.some(definition => concerns(fault, definition)),
      ),
  );
}

function isServed(state: ApiServerState, target: ResourceRequest): boolean {
  return servedGroups(state).some(
    group =>
      group.name === target.group &&
      group.versions.some(
        ({ version, resources }) =>
          version === target.version &&
          resources.some(({ plural }) => plural === target.plural),
      ),
  );
}

async function answerPath(
  state: ApiServerState,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const segments = path.split('/').filter(segment => segment !== '');
  if (request.method !== 'GET') {
    throw pageNotFound();
  }
  if (segments[0] === 'api' || segments[0] === 'apis') {
    await discover(request, response, segments, servedGroups(state));
  } else if (path === '/version') {
    const version = versionInfo(state.cluster.version);
    await respondJson(request, response, JSON.stringify(version));
  } else if (path === '/metrics') {
    respondText(response, 200, metrics(state.cluster.version));
  } else {
    throw pageNotFound();
  }
}

async function answerTarget(context: ApiContext): Promise<void> {
  const { target, definition } = context;
  const { verb, subresource } = target;
  const isCollection = target.name === undefined;
  const lacksNamespace =
    definition.namespaced && target.namespace === undefined;
  if (
    lacksNamespace &&
    !(isCollection && (verb === 'list' || verb === 'watch'))
  ) {
    throw pageNotFound();
  }
  if (!definition.namespaced && target.namespace !== undefined) {
    throw pageNotFound();
  }
  if (isCollection && (verb === 'update' || verb === 'patch')) {
    throw badRequest('name must be provided');
  }
  if (!verbsOf(definition).includes(verb)) {
    throw methodNotAllowed();
  }
  if (subresource === undefined) {
    await answerVerb(context);
    return;
  }
  if (!definition.subresources?.some(name => name === subresource)) {
    throw pageNotFound();
  }
  if (subresource === 'scale') {
    await scale(context);
  } else if (verb === 'get' || verb === 'patch' || verb === 'update') {
    await answerVerb(context);
  } else {
    throw methodNotAllowed();
  }
}

async function answerVerb(context: ApiContext): Promise<void> {
  switch (context.target.verb) {
    case 'list':
      return list(context);
    case 'watch':
      return watch(context);
    case 'get':
      return get(context);
    case 'create':
      return create(context);
    case 'update':
      return replace(context);
    case 'patch':
      return patch(context);
    case 'delete':
      return remove(context);
    default:
      return removeAll(context);
  }
}

async function get(context: ApiContext): Promise<void> {
  const { previous } = existing(context);
  const body = writeObject(previous, encodingOf(context));
  await respondJson(context.request, context.response, body);
}
