import { compatWrapper } from '@backstage/core-compat-api';
import type { ReactNode } from 'react';
import { EntityClusterContent as ClusterContent } from '../cluster/EntityClusterContent';
import { EntityFleetCard as FleetCard } from '../entity/EntityFleetCard';
import { EntityFleetContent as FleetContent } from '../entity/EntityFleetContent';

export function EntityFleetContent() {
  return compatWrapper(<FleetContent />);
}

export function EntityFleetCard() {
  return compatWrapper(<FleetCard />);
}

export function EntityClusterContent(props: { children?: ReactNode }) {
  return compatWrapper(<ClusterContent>{props.children}</ClusterContent>);
}
