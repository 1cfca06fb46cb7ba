import { compatWrapper } from '@backstage/core-compat-api';
import { EntityDriftCard as DriftCard } from '../entity/EntityDriftCard';
import { EntityDriftContent as DriftContent } from '../entity/EntityDriftContent';
import { FleetDrift as Drift } from '../ledger/FleetDrift';

export function FleetDrift() {
  return compatWrapper(<Drift />);
}

export function EntityDriftContent() {
  return compatWrapper(<DriftContent />);
}

export function EntityDriftCard() {
  return compatWrapper(<DriftCard />);
}
