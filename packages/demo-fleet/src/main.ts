import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createDemoFleet } from './createDemoFleet';
import type { FluxWebhookTarget } from './FluxWebhook';
import type { GitHost } from './githost/GitHost';
import { fleetRepositoryName, startDemoGitHost } from './startDemoGitHost';
import { writeKubeconfigs } from './writeKubeconfigs';

/** Yarn names the repository's root; a script runs in its package's folder. */
const repositoryRoot = process.env.PROJECT_CWD ?? process.cwd();

const help = `A hub and its spokes as simulated Kubernetes APIs.

  --clusters N   spokes beside the hub (9)
  --seed N       decides names, uids, revisions and tokens (1)
  --port N       the control endpoint; clusters follow on the next ports (17000)
  --tls          serve HTTPS with a certificate of its own; kubectl sends a
                 token over nothing else
  --data DIR     where the kubeconfigs go (.data/demo-fleet): kubeconfig may
                 read and operate, admin.kubeconfig may do all
  --speed N      how many times faster the controllers work (1)
  --calm         nothing happens by itself but what the controllers do; POST
                 /scenario/{step} has something happen
  --webhook URL  where the Flux of one cluster, which the path ends with, sends
                 its events; DEMO_FLEET_WEBHOOK_SECRET signs them
  --git-port N   a Git host with the fleet's repository, which the hub applies
                 claims from; DEMO_FLEET_GIT_TOKEN is the token of fleet-bot
  --git-webhook URL
                 where the Git host tells of what happens in it;
                 DEMO_FLEET_GIT_WEBHOOK_SECRET signs that
  --help         this text
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clusters: { type: 'string', default: '9' },
      seed: { type: 'string', default: '1' },
      port: { type: 'string', default: '17000' },
      tls: { type: 'boolean', default: false },
      data: {
        type: 'string',
        default: resolve(repositoryRoot, '.data/demo-fleet'),
      },
      speed: { type: 'string', default: '1' },
      calm: { type: 'boolean', default: false },
      webhook: { type: 'string' },
      'git-port': { type: 'string' },
      'git-webhook': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const port = numberFrom('--port', values.port, 0);
  const spokes = numberFrom('--clusters', values.clusters, 1);
  const gitPort = values['git-port'];
  const gitHost =
    gitPort === undefined
      ? undefined
      : await startGitHost({
          port: numberFrom('--git-port', gitPort, 0),
          spokes,
          webhook: values['git-webhook'],
        }).catch(explainTakenPort);
  const fleet = await createDemoFleet({
    spokes,
    gitHost,
    seed: numberFrom('--seed', values.seed, 0),
    basePort: port,
    tls: values.tls,
    speed: numberFrom('--speed', values.speed, 1),
    calm: values.calm,
    webhooks: values.webhook === undefined ? [] : [webhookAt(values.webhook)],
  });
  await fleet.start().catch(explainTakenPort);
  const kubeconfig = await writeKubeconfigs(fleet, values.data);
  process.stdout.write(
    `demo-fleet: ${fleet.clusters.size} clusters, kubeconfig ${kubeconfig}, control ${fleet.controlUrl}\n`,
  );
  if (gitHost) {
    process.stdout.write(
      `demo-fleet: Git host ${gitHost.url}/${fleetRepositoryName}\n`,
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      Promise.all([fleet.stop(), gitHost?.stop()]).then(() => process.exit(0));
    });
  }
}

function explainTakenPort(
  error: NodeJS.ErrnoException & { port?: number },
): never {
  throw error.code === 'EADDRINUSE'
    ? new Error(
        `Port ${error.port} is taken, perhaps by another demo fleet. Stop that, or choose other ports with --port.`,
      )
    : error;
}

function startGitHost(options: {
  port: number;
  spokes: number;
  webhook: string | undefined;
}): Promise<GitHost> {
  const { webhook, ...rest } = options;
  const token = process.env.DEMO_FLEET_GIT_TOKEN;
  const secret = process.env.DEMO_FLEET_GIT_WEBHOOK_SECRET;
  if (!token || (webhook !== undefined && !secret)) {
    throw new Error(
      '--git-port needs DEMO_FLEET_GIT_TOKEN, and --git-webhook DEMO_FLEET_GIT_WEBHOOK_SECRET',
    );
  }
  return startDemoGitHost({
    ...rest,
    token,
    webhook: webhook && secret ? { url: webhook, secret } : undefined,
  });
}

/** The secret is in no argument: everybody on a machine can read those. */
function webhookAt(url: string): FluxWebhookTarget {
  const secret = process.env.DEMO_FLEET_WEBHOOK_SECRET;
  const cluster = URL.canParse(url) && new URL(url).pathname.split('/').at(-1);
  if (!cluster || !secret) {
    throw new Error(
      `--webhook must be a URL whose path ends with the name of a cluster, and is "${url}"; DEMO_FLEET_WEBHOOK_SECRET has to be set`,
    );
  }
  return { cluster: decodeURIComponent(cluster), url, secret };
}

function numberFrom(option: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least) {
    throw new Error(
      `${option} must be a whole number from ${least} on, and is "${text}"`,
    );
  }
  return value;
}

main().catch(error => {
  process.stderr.write(`demo-fleet: ${error.message}\n`);
  process.exit(1);
});
