import type {
  ClaimKind,
  FleetClient,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** Finds a kind of claim by GROUP/KIND. Throws an error that names the others when there is none. */
export async function findClaimKind(
  fleet: FleetClient,
  options: { kind: string; hub?: string },
  signal?: AbortSignal,
): Promise<ClaimKind> {
  const { kind, hub } = options;
  const { items } = await fleet.claims.kinds({ signal });
  const found = items.filter(
    item =>
      `${item.group}/${item.kind}` === kind &&
      (hub === undefined || item.cluster === hub),
  );
  const [first] = found;
  if (found.length === 1) {
    return first;
  }
  if (found.length > 1) {
    const hubs = found.map(({ cluster }) => cluster).join(', ');
    throw new Error(
      `Several hubs offer ${kind}: ${hubs}. Set the option hub of the field to one of them.`,
    );
  }
  const known = items.map(item => `${item.group}/${item.kind}`).join(', ');
  throw new Error(
    known
      ? `No hub that you may see offers ${kind}; there are ${known}`
      : `No hub that you may see offers ${kind}, or anything else`,
  );
}
