import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { minorsAhead, minorVersion } from '../claims/offers/minorVersion';
import { fieldsOf, itemsOf, textOf } from '../engines/fields';
import { listAll } from './listAll';
import type { ReadinessCheck } from './ReadinessCheck';
import { toItems } from './toItems';

/** https://kubernetes.io/releases/version-skew-policy: a kubelet may be three minor versions older than the API server. */
const mostBehind = 3;

/** Nodes that are too old for the next control plane. */
export const nodeVersions: ReadinessCheck = {
  id: 'node-versions',
  title: 'Versions of nodes',
  async run({ client, version, next }) {
    const nodes = await listAll(client, {
      group: '',
      version: 'v1',
      plural: 'nodes',
    });
    const behind = nodes.flatMap(node => {
      const minor = minorVersion(kubeletOf(node));
      return minor && minor !== version ? [{ node, minor }] : [];
    });
    const tooOld = behind.filter(
      ({ minor }) => minorsAhead(minor, next) > mostBehind,
    );
    const items = toItems(
      behind.map(({ node, minor }) => ({
        title: node.metadata.name,
        summary: `runs ${minor}`,
        state: tooOld.some(other => other.node === node)
          ? ('failing' as const)
          : ('degraded' as const),
      })),
    );
    if (tooOld.length > 0) {
      return {
        state: 'failing',
        summary: `${tooOld.length} of ${nodes.length} nodes are more than ${mostBehind} minor versions older than ${next}: upgrade them first`,
        items,
      };
    }
    return behind.length > 0
      ? {
          state: 'degraded',
          summary: `${behind.length} of ${nodes.length} nodes do not run ${version}, which ${next} still allows`,
          items,
        }
      : {
          state: 'healthy',
          summary: `All ${nodes.length} nodes run ${version}`,
          items: [],
        };
  },
};

/** Nodes that an upgrade cannot replace one by one, as they do not work as it is. */
export const nodesReady: ReadinessCheck = {
  id: 'nodes-ready',
  title: 'Nodes at work',
  async run({ client }) {
    const nodes = await listAll(client, {
      group: '',
      version: 'v1',
      plural: 'nodes',
    });
    const away = nodes.filter(node => !isReady(node));
    return {
      state: away.length > 0 ? 'failing' : 'healthy',
      summary:
        away.length > 0
          ? `${away.length} of ${nodes.length} nodes are not ready`
          : `All ${nodes.length} nodes are ready`,
      items: toItems(
        away.map(node => ({
          title: node.metadata.name,
          summary: textOf(readyOf(node).message) ?? 'is not ready',
          state: 'failing' as const,
        })),
      ),
    };
  },
};

function kubeletOf(node: KubernetesObject): string | undefined {
  return textOf(fieldsOf(fieldsOf(node.status).nodeInfo).kubeletVersion);
}

function readyOf(node: KubernetesObject) {
  return fieldsOf(
    itemsOf(fieldsOf(node.status).conditions).find(
      condition => fieldsOf(condition).type === 'Ready',
    ),
  );
}

function isReady(node: KubernetesObject): boolean {
  return readyOf(node).status === 'True';
}
