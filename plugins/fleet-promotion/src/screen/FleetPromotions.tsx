import { Route, Routes } from 'react-router-dom';
import { PromotionPage } from '../promotion/PromotionPage';
import { PromotionsScreen } from './PromotionsScreen';

/** What waits for whom, what is on its way, and each of it. */
export function FleetPromotions() {
  return (
    <Routes>
      <Route index element={<PromotionsScreen />} />
      <Route path=":id" element={<PromotionPage />} />
    </Routes>
  );
}
