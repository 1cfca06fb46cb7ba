import { isBuiltInGroup } from '../builtInGroups';
import { parseSelectors } from '../selectors/parseSelectors';
import { badRequest, expired, invalid, StatusError } from '../statusErrors';
import type { ListSnapshot } from '../storage/ObjectStore';
import { keyOf, writeObject } from '../storage/StoredObject';
import type { Encoding, StoredObject } from '../storage/StoredObject';
import { encodingOf, type ApiContext } from './ApiContext';
import { readContinueToken, writeContinueToken } from './continueToken';
import { respondJson } from './respond';

const inconsistent =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list. Objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

/** Answers a list, whole or a page of it. */
export async function list(context: ApiContext): Promise<void> {
  const { query, target, definition, store } = context;
  const matches = parseSelectors(definition, target.namespace, query);
  const limit = readLimit(query);
  const { state, start } = readState(context);
  const selected = state.objects.filter(
    object => keyOf(object) >= start && matches(object),
  );
  const page = limit ? selected.slice(0, limit) : selected;
  const rest = selected.length - page.length;
  const metadata: Record<string, unknown> = {
    resourceVersion: String(state.revision),
  };
  if (rest > 0) {
    const next = keyOf(selected[page.length]);
    metadata.continue = writeContinueToken({
      revision: state.revision,
      start: next,
    });
    if (!query.get('labelSelector') && !query.get('fieldSelector')) {
      metadata.remainingItemCount = rest;
    }
    if (!query.get('continue')) {
      store.snapshot(state.revision, Date.now());
    }
  }
  await respondList(context, page, metadata);
}

export async function respondList(
  context: ApiContext,
  objects: readonly StoredObject[],
  metadata: object = {
    resourceVersion: String(context.cluster.storage.revision),
  },
): Promise<void> {
  const { type, metadataOnly, definition, request, response } = context;
  const head = metadataOnly
    ? { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' }
    : { kind: `${type.kind}List`, apiVersion: type.apiVersion };
  // Aggregated APIs that cannot watch have no revision to tell.
  const isWatchable = definition.verbs?.includes('watch') ?? true;
  const envelope = JSON.stringify({
    ...head,
    metadata: isWatchable ? metadata : {},
  });
  const encoding = itemEncoding(context);
  const items = objects.map(object => writeObject(object, encoding)).join(',');
  // Real API servers write an empty list of metadata so.
  const array = metadataOnly && !items ? 'null' : `[${items}]`;
  const body = `${envelope.slice(0, -1)},"items":${array}}`;
  await respondJson(request, response, body);
}

function itemEncoding(context: ApiContext): Encoding {
  const isTyped =
    context.metadataOnly || !isBuiltInGroup(context.definition.group);
  return isTyped ? encodingOf(context) : {};
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') ?? '0';
  if (!/^\d+$/.test(text)) {
    throw badRequest(`limit must be a number of objects, and is "${text}"`);
  }
  // A list from the watch cache is always whole.
  return query.get('resourceVersion') === '0' ? 0 : Number(text);
}

/** Which state is listed, and from which key on. */
function readState(context: ApiContext): {
  state: Pick<ListSnapshot, 'revision' | 'objects'>;
  start: string;
} {
  const { query, store, cluster } = context;
  const { revision } = cluster.storage;
  const now = { revision, objects: store.list() };
  const token = query.get('continue');
  if (!token) {
    return { state: stateAt(context, now), start: '' };
  }
  const { revision: wanted, start } = readContinueToken(token);
  if (wanted < 0) {
    return { state: now, start };
  }
  const state = store.findSnapshot(wanted, Date.now());
  if (!state) {
    throw expired(inconsistent, writeContinueToken({ revision: -1, start }));
  }
  return { state, start };
}

function stateAt(
  { query, store }: ApiContext,
  now: Pick<ListSnapshot, 'revision' | 'objects'>,
): Pick<ListSnapshot, 'revision' | 'objects'> {
  const requested = query.get('resourceVersion') ?? '';
  const match = query.get('resourceVersionMatch') ?? '';
  if (!/^\d*$/.test(requested)) {
    throw badRequest(
      `resourceVersion: Invalid value: "${requested}": strconv.ParseUint: parsing "${requested}": invalid syntax`,
    );
  }
  if (match && !requested) {
    throw invalid(
      'ListOptions',
      { group: 'meta.k8s.io', plural: 'ListOptions', name: '' },
      'resourceVersionMatch',
      'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  const wanted = Number(requested);
  if (wanted > now.revision) {
    throw new StatusError(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${wanted}, current: ${now.revision}`,
      {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
          },
        ],
        retryAfterSeconds: 1,
      },
    );
  }
  const isExact =
    match === 'Exact' || (!match && wanted > 0 && query.has('limit'));
  if (!isExact || wanted === now.revision) {
    return now;
  }
  const state = store.findSnapshot(wanted, Date.now());
  if (!state) {
    throw expired('The resourceVersion for the provided list is too old.');
  }
  return state;
}
