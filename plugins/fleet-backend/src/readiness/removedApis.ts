import { minorsAhead, minorVersion } from '../claims/offers/minorVersion';
import type { ReadinessCheck } from './ReadinessCheck';
import { toItems } from './toItems';

const metric = 'apiserver_requested_deprecated_apis{';
/** An API server has some ten thousand lines of metrics. */
const mostLines = 1_000_000;
const mostApis = 1_000;

/**
 * APIs that clients have asked for since the API server started, and that the next version no longer serves.
 * https://kubernetes.io/docs/reference/using-api/deprecation-policy
 */
export const removedApis: ReadinessCheck = {
  id: 'removed-apis',
  title: 'Removed APIs in use',
  right: 'get on the URL /metrics',
  async run({ client, next }) {
    const found = new Map<string, string>();
    let lines = 0;
    for await (const line of client.readLines('/metrics')) {
      lines += 1;
      if (lines > mostLines || found.size >= mostApis) {
        break;
      }
      const api = line.startsWith(metric) && apiOf(line);
      if (api) {
        found.set(api.title, api.removedIn);
      }
    }
    const apis = [...found].map(([title, removedIn]) => ({
      title,
      summary: `is no longer served from ${removedIn} on`,
      state:
        minorsAhead(removedIn, next) >= 0
          ? ('failing' as const)
          : ('degraded' as const),
    }));
    const gone = apis.filter(({ state }) => state === 'failing').length;
    if (gone > 0) {
      return {
        state: 'failing',
        summary: `${gone} APIs that clients still ask for are not in ${next}: find these clients and move them on first`,
        items: toItems(apis),
      };
    }
    return apis.length > 0
      ? {
          state: 'degraded',
          summary: `${next} still serves all that clients ask for; ${apis.length} APIs go later`,
          items: toItems(apis),
        }
      : {
          state: 'healthy',
          summary:
            'Nobody has asked for an API that is to be removed since the API server started',
          items: [],
        };
  },
};

function apiOf(line: string): { title: string; removedIn: string } | undefined {
  const labels = new Map(
    [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [
      key,
      value,
    ]),
  );
  const removedIn = minorVersion(labels.get('removed_release'));
  const value = Number(line.slice(line.lastIndexOf('}') + 1));
  if (removedIn === undefined || !(value > 0)) {
    return undefined;
  }
  const version = [labels.get('group'), labels.get('version')]
    .filter(Boolean)
    .join('/');
  return { title: `${labels.get('resource')} of ${version}`, removedIn };
}
