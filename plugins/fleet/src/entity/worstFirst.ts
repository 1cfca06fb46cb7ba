import {
  statesByUrgency,
  type EntityView,
  type State,
} from '@fleetcommander/backstage-plugin-fleet-common';

/** What needs a person first; what is alike as it is promoted through. */
export function worstFirst<
  Item extends { state: State; cluster: string; targetCluster?: string },
>(items: readonly Item[], clusters: EntityView['clusters']): Item[] {
  const places = new Map(clusters.map(({ name }, index) => [name, index]));
  const place = ({ cluster, targetCluster = cluster }: Item) =>
    places.get(targetCluster) ?? clusters.length;
  return [...items].sort(
    (a, b) =>
      statesByUrgency.indexOf(a.state) - statesByUrgency.indexOf(b.state) ||
      place(a) - place(b),
  );
}
