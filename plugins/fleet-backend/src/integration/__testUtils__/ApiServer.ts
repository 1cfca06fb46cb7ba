import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { freePorts } from './freePorts';
import { Processes } from './Processes';

export interface ApiServerUser {
  name: string;
  token: string;
  group?: string;
}

/** A kube-apiserver and its etcd, from the folder that KUBEBUILDER_ASSETS names. */
export class ApiServer {
  readonly #assets: string;
  readonly #directory: string;
  readonly #ports: readonly number[];
  readonly #processes: Processes;

  static async create(users: readonly ApiServerUser[]): Promise<ApiServer> {
    const assets = process.env.KUBEBUILDER_ASSETS;
    if (!assets) {
      throw new Error(
        'KUBEBUILDER_ASSETS is not set; run script/test-cluster, which finds or builds an API server',
      );
    }
    const prefix = join(tmpdir(), 'fleetcommander-api-server-');
    const directory = await mkdtemp(prefix);
    const tokens = users.map(
      ({ name, token, group = '' }) => `${token},${name},${name},"${group}"\n`,
    );
    await writeFile(join(directory, 'tokens.csv'), tokens.join(''));
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await writeFile(
      join(directory, 'service-accounts.key'),
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    return new ApiServer(assets, directory, await freePorts(3));
  }

  private constructor(
    assets: string,
    directory: string,
    ports: readonly number[],
  ) {
    this.#assets = assets;
    this.#directory = directory;
    this.#ports = ports;
    this.#processes = new Processes(directory);
  }

  /** Resolves when both processes have been started; they answer a little later. */
  start() {
    const [apiPort, etcdPort, peerPort] = this.#ports;
    const etcdUrl = `http://127.0.0.1:${etcdPort}`;
    const peerUrl = `http://127.0.0.1:${peerPort}`;
    const key = join(this.#directory, 'service-accounts.key');
    this.#start('kube-apiserver', {
      'etcd-servers': etcdUrl,
      'secure-port': String(apiPort),
      'bind-address': '127.0.0.1',
      'advertise-address': '127.0.0.1',
      'cert-dir': this.#directory,
      'service-cluster-ip-range': '10.0.0.0/24',
      'service-account-issuer': 'https://kubernetes.default.svc',
      'service-account-key-file': key,
      'service-account-signing-key-file': key,
      'token-auth-file': join(this.#directory, 'tokens.csv'),
      'authorization-mode': 'RBAC',
      // Nothing runs that would make service accounts for pods.
      'disable-admission-plugins': 'ServiceAccount',
      'endpoint-reconciler-type': 'none',
    });
    this.#start('etcd', {
      'data-dir': join(this.#directory, 'etcd'),
      'listen-client-urls': etcdUrl,
      'advertise-client-urls': etcdUrl,
      'listen-peer-urls': peerUrl,
      'initial-advertise-peer-urls': peerUrl,
      'initial-cluster': `default=${peerUrl}`,
      'unsafe-no-fsync': 'true',
    });
  }

  stop() {
    return this.#processes.stop();
  }

  /** Forgets every object; certificates and tokens stay. */
  async wipe() {
    await rm(join(this.#directory, 'etcd'), { recursive: true });
  }

  async remove() {
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** Once it has started for the first time: it makes its certificate itself. */
  async kubeconfig(token: string): Promise<string> {
    const certificate = await readFile(join(this.#directory, 'apiserver.crt'));
    return stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'test',
          cluster: {
            server: `https://127.0.0.1:${this.#ports[0]}`,
            'certificate-authority-data': certificate.toString('base64'),
          },
        },
      ],
      users: [{ name: 'test', user: { token } }],
      contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
      'current-context': 'test',
    });
  }

  #start(program: string, flags: Record<string, string>) {
    this.#processes.start(join(this.#assets, program), flags);
  }
}
