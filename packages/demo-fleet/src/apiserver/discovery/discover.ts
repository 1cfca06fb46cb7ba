import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { respondJson } from '../http/respond';
import { apiVersionOf, type ServedGroup } from '../ResourceRegistry';
import { pageNotFound } from '../statusErrors';
import {
  aggregatedContentType,
  aggregatedDiscovery,
} from './aggregatedDiscovery';
import { apiResources } from './apiResources';

/** Answers `/api`, `/apis` and what is below them down to a version. */
export async function discover(
  request: IncomingMessage,
  response: ServerResponse,
  path: string[],
  groups: ServedGroup[],
): Promise<void> {
  const [root, ...rest] = path;
  const [name, version] = root === 'api' ? ['', ...rest] : rest;
  const isIndex = rest.length === 0;
  if (isIndex) {
    const served = groups.filter(
      group => (group.name === '') === (root === 'api'),
    );
    await discoverAll(request, response, root, served);
    return;
  }
  const group = groups.find(candidate => candidate.name === name);
  if (!group || path.length > 3 || (root === 'apis' && name === '')) {
    throw pageNotFound();
  }
  if (version === undefined) {
    await respondJson(
      request,
      response,
      JSON.stringify({
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...describeGroup(group),
      }),
    );
    return;
  }
  const served = group.versions.find(entry => entry.version === version);
  if (!served) {
    throw pageNotFound();
  }
  await respondJson(
    request,
    response,
    JSON.stringify({
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: apiVersionOf(group.name, version),
      resources: apiResources(served.resources),
    }),
  );
}

async function discoverAll(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  groups: ServedGroup[],
): Promise<void> {
  response.setHeader('Vary', 'Accept');
  if (!acceptsAggregated(request)) {
    await respondJson(request, response, JSON.stringify(index(root, groups)));
    return;
  }
  const body = JSON.stringify(aggregatedDiscovery(groups));
  const hash = createHash('sha512').update(body).digest('hex').toUpperCase();
  const etag = `"${hash}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  await respondJson(request, response, body, {
    contentType: aggregatedContentType,
  });
}

function acceptsAggregated(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').split(',').some(range => {
    const parameters = range.split(';').map(part => part.trim());
    return (
      parameters.includes('g=apidiscovery.k8s.io') &&
      parameters.includes('v=v2') &&
      parameters.includes('as=APIGroupDiscoveryList')
    );
  });
}

function index(root: string, groups: ServedGroup[]): object {
  return root === 'api'
    ? {
        kind: 'APIVersions',
        versions: groups.flatMap(group =>
          group.versions.map(({ version }) => version),
        ),
        serverAddressByClientCIDRs: [],
      }
    : {
        kind: 'APIGroupList',
        apiVersion: 'v1',
        groups: groups.map(describeGroup),
      };
}

function describeGroup({ name, versions }: ServedGroup) {
  const described = versions.map(({ version }) => ({
    groupVersion: apiVersionOf(name, version),
    version,
  }));
  return { name, versions: described, preferredVersion: described[0] };
}
