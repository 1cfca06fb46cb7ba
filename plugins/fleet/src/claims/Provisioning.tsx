import { Route, Routes } from 'react-router-dom';
import { ClaimPage } from './claim/ClaimPage';
import { ClaimList } from './list/ClaimList';
import { Order } from './order/Order';

/** What people order of the platform: all of it, one of it, and what there is to order. */
export function Provisioning() {
  return (
    <Routes>
      <Route index element={<ClaimList />} />
      <Route path="order" element={<Order />} />
      <Route path=":id" element={<ClaimPage />} />
    </Routes>
  );
}
