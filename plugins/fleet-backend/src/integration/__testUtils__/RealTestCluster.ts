import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AdminClient } from './AdminClient';
import { ApiServer } from './ApiServer';
import type { TestCluster } from './TestCluster';
import { until } from './until';

const rbac = join(__dirname, '../../../../../deploy/rbac');

/** A watch cache keeps what is younger than 75 seconds, and a hundred events of any age. */
const forgetMs = 80_000;

/** A real API server, with the rights of `deploy/rbac`. */
export class RealTestCluster implements TestCluster {
  readonly admin: AdminClient;
  /** A kubeconfig whose one user may do anything. */
  readonly adminKubeconfig: string;
  readonly #server: ApiServer;
  readonly #kubeconfig: string;

  static async start(): Promise<RealTestCluster> {
    const admin = {
      name: 'admin',
      token: randomUUID(),
      group: 'system:masters',
    };
    const ours = {
      name: 'system:serviceaccount:fleet-commander:fleet-commander',
      token: randomUUID(),
    };
    const server = await ApiServer.create([admin, ours]);
    server.start();
    await until(() =>
      server.kubeconfig('').then(
        () => true,
        () => false,
      ),
    );
    const cluster = new RealTestCluster(
      server,
      await server.kubeconfig(admin.token),
      await server.kubeconfig(ours.token),
    );
    await cluster.#ready();
    return cluster;
  }

  private constructor(
    server: ApiServer,
    adminKubeconfig: string,
    kubeconfig: string,
  ) {
    this.#server = server;
    this.admin = AdminClient.fromKubeconfig(adminKubeconfig);
    this.adminKubeconfig = adminKubeconfig;
    this.#kubeconfig = kubeconfig;
  }

  kubeconfig() {
    return this.#kubeconfig;
  }

  grantObjectReader() {
    return this.admin.applyFile(join(rbac, 'spoke-object-reader.yaml'));
  }

  grantOperator() {
    return this.admin.applyFile(join(rbac, 'spoke-operator.yaml'));
  }

  async forbid({ group, plural }: { group: string; plural: string }) {
    const role = await this.admin.get({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'fleet-commander-reader' },
    });
    const rules = (role as unknown as { rules: Rule[] }).rules.map(rule =>
      rule.apiGroups.includes(group)
        ? {
            ...rule,
            resources: rule.resources.filter(resource => resource !== plural),
          }
        : rule,
    );
    const { apiVersion, kind, metadata } = role;
    await this.admin.apply({
      apiVersion,
      kind,
      metadata: { name: metadata.name },
      rules: rules.filter(({ resources }) => resources.length > 0),
    });
  }

  allow() {
    return this.#grantReader();
  }

  async restart() {
    await this.#server.stop();
    this.#server.start();
    await this.#answering();
  }

  forget() {
    return setTimeout(forgetMs);
  }

  async rebuild() {
    await this.#server.stop();
    await this.#server.wipe();
    this.#server.start();
    await this.#ready();
  }

  async stop() {
    await this.admin.close();
    await this.#server.stop();
    await this.#server.remove();
  }

  async #ready() {
    await this.#answering();
    await this.#grantReader();
  }

  #grantReader() {
    return this.admin.applyFile(join(rbac, 'spoke-reader.yaml'));
  }

  #answering() {
    return until(() =>
      this.admin.status('/readyz').then(
        status => status === 200,
        () => false,
      ),
    );
  }
}

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}
