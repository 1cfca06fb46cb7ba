import { compatWrapper } from '@backstage/core-compat-api';
import { EntityPromotionCard as PromotionCard } from '../entity/EntityPromotionCard';
import { EntityPromotionContent as PromotionContent } from '../entity/EntityPromotionContent';
import { FleetPromotions as Promotions } from '../screen/FleetPromotions';

export function FleetPromotions() {
  return compatWrapper(<Promotions />);
}

export function EntityPromotionContent() {
  return compatWrapper(<PromotionContent />);
}

export function EntityPromotionCard() {
  return compatWrapper(<PromotionCard />);
}
