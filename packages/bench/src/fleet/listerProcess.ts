import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import pLimit from 'p-limit';
import { Agent, request } from 'undici';
import { serve } from '../child/serve';
import type { SpokeAccess } from './SpokeAccess';

const unzip = promisify(gunzip);
const timeoutMs = 10_000;
const agents = new Map<string, Agent>();

interface ListedBody {
  metadata: { continue?: string };
  items: unknown[];
}

/** Connections of its own for each spoke, as pollers have. */
function agentOf({ name }: SpokeAccess): Agent {
  const agent = agents.get(name) ?? new Agent({ keepAliveTimeout: 90_000 });
  agents.set(name, agent);
  return agent;
}

/** Undefined where the spoke does not serve the kind in that version. */
async function fetchPage(
  spoke: SpokeAccess,
  path: string,
): Promise<ListedBody | undefined> {
  const { body, headers, statusCode } = await request(`${spoke.url}${path}`, {
    dispatcher: agentOf(spoke),
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      authorization: `Bearer ${spoke.token}`,
    },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const received = Buffer.from(await body.arrayBuffer());
  if (statusCode === 404) {
    return undefined;
  }
  if (statusCode !== 200) {
    throw new Error(`${spoke.name} answered ${path} with ${statusCode}`);
  }
  const plain =
    headers['content-encoding'] === 'gzip' ? await unzip(received) : received;
  return JSON.parse(plain.toString('utf8'));
}

async function list(spoke: SpokeAccess, path: string): Promise<number> {
  let count = 0;
  let token: string | undefined;
  do {
    const suffix = token ? `&continue=${encodeURIComponent(token)}` : '';
    const page = await fetchPage(spoke, `${path}${suffix}`);
    count += page?.items.length ?? 0;
    token = page?.metadata.continue;
  } while (token);
  return count;
}

const handlers = {
  /** Fetches and parses every list of every spoke once; lists that fail are counted. */
  async listAll(options: {
    spokes: SpokeAccess[];
    paths: string[];
    concurrency: number;
  }): Promise<{ milliseconds: number; objects: number; failed: number }> {
    const { spokes, paths, concurrency } = options;
    const limit = pLimit(concurrency);
    const started = performance.now();
    let objects = 0;
    let failed = 0;
    const listOne = async (spoke: SpokeAccess, path: string) => {
      try {
        const count = await list(spoke, path);
        objects += count;
      } catch {
        failed += 1;
      }
    };
    await Promise.all(
      spokes.flatMap(spoke =>
        paths.map(path => limit(() => listOne(spoke, path))),
      ),
    );
    return { milliseconds: performance.now() - started, objects, failed };
  },
};

export type ListerHandlers = typeof handlers;

serve(handlers);
