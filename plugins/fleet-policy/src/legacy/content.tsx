import { compatWrapper } from '@backstage/core-compat-api';
import { EntityPolicyCard as PolicyCard } from '../entity/EntityPolicyCard';
import { EntityPolicyContent as PolicyContent } from '../entity/EntityPolicyContent';
import { FleetPolicy as Policy } from '../screen/FleetPolicy';

export function FleetPolicy() {
  return compatWrapper(<Policy />);
}

export function EntityPolicyContent() {
  return compatWrapper(<PolicyContent />);
}

export function EntityPolicyCard() {
  return compatWrapper(<PolicyCard />);
}
