import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { AdminClient } from './AdminClient';
import { ApiServer } from './ApiServer';
import type { TestCluster } from './TestCluster';
import { until } from './until';

const rbac = join(__dirname, '../../../../../deploy/rbac');

const reader = 'fleet-commander-reader';
const crossplaneReader = 'fleet-commander-crossplane-reader';

/** A watch cache keeps what is younger than 75 seconds, and a hundred events of any age. */
const forgetMs = 80_000;

/** A real API server, with the rights of `deploy/rbac`. */
export class RealTestCluster implements TestCluster {
  readonly admin: AdminClient;
  /** A kubeconfig whose one user may do anything. */
  readonly adminKubeconfig: string;
  readonly #server: ApiServer;
  readonly #kubeconfig: string;
  #toViewers?: KubernetesObject;

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

  async grantToViewers(role: KubernetesObject) {
    this.#toViewers = role;
    await this.admin.apply(role);
    await this.#aggregate();
  }

  async forbid({ group, plural }: { group: string; plural: string }) {
    for (const name of [reader, crossplaneReader]) {
      const { rules, ...role } = await this.#role(name);
      const left = rules.map(rule =>
        rule.apiGroups.includes(group)
          ? {
              ...rule,
              resources: rule.resources.filter(resource => resource !== plural),
            }
          : rule,
      );
      await this.admin.apply({
        ...role,
        rules: left.filter(({ resources }) => resources.length > 0),
      });
    }
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

  async #grantReader() {
    await this.admin.applyFile(join(rbac, 'spoke-reader.yaml'));
    await this.#aggregate();
  }

  /** As kube-controller-manager does, which is not there. */
  async #aggregate() {
    const role = await this.#role(crossplaneReader);
    const labels = this.#toViewers?.metadata.labels ?? {};
    const isSummed = role.aggregationRule?.clusterRoleSelectors.some(
      ({ matchLabels }) =>
        Object.entries(matchLabels).every(
          ([key, value]) => labels[key] === value,
        ),
    );
    if (isSummed) {
      await this.admin.apply({ ...role, rules: this.#toViewers?.rules });
    }
  }

  async #role(name: string): Promise<Role> {
    const role = (await this.admin.get({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
    })) as Role;
    // Of a role that is summed up from others there are none while there are no others.
    const { apiVersion, kind, aggregationRule, rules } = role;
    return {
      apiVersion,
      kind,
      metadata: { name },
      aggregationRule,
      rules: rules ?? [],
    };
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

interface Role extends KubernetesObject {
  aggregationRule?: {
    clusterRoleSelectors: { matchLabels: Record<string, string> }[];
  };
  rules: Rule[];
}

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}
